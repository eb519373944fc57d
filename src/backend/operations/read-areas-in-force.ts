import { type AreasInForce, createAreasInForce } from '../areas/areas-in-force';
import { checkBoundaries } from '../areas/check-boundaries';
import { readBoundaries } from '../store/boundaries';
import type { Deps } from './deps';

interface ReadingDeps extends Pick<Deps, 'city' | 'log'> {
  store: Pick<Deps['store'], 'db'>;
}

/**
 * The shapes in force when a process starts. Official boundaries that no longer fit the city pack (another
 * city, a kelurahan more) are left alone, and the pack's own shapes count.
 */
export async function readAreasInForce({ store, city, log }: ReadingDeps): Promise<AreasInForce> {
  const boundaries = await readBoundaries(store.db);
  if (boundaries === null) return createAreasInForce(city, null);
  const problems = checkBoundaries(city, boundaries);
  if (problems.length === 0) return createAreasInForce(city, boundaries);
  log.warn({ problems }, 'the official boundaries do not fit the city pack: its own are in force');
  return createAreasInForce(city, null);
}

import type { OfficialBoundaries } from '@shared/domain/boundaries';

import { type AreasInForce, createAreasInForce, viewOf } from '../areas/areas-in-force';
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
  return createAreasInForce(city, await readFittingBoundaries({ store, city, log }));
}

/** Bring the shapes in force to what the database has now, where another node has put others there. */
export async function refreshAreasInForce(deps: ReadingDeps & Pick<Deps, 'areas'>): Promise<void> {
  deps.areas.replace(viewOf(deps.city, await readFittingBoundaries(deps)));
}

async function readFittingBoundaries({
  store,
  city,
  log,
}: ReadingDeps): Promise<OfficialBoundaries | null> {
  const boundaries = await readBoundaries(store.db);
  if (boundaries === null) return null;
  const problems = checkBoundaries(city, boundaries);
  if (problems.length === 0) return boundaries;
  log.warn({ problems }, 'the official boundaries do not fit the city pack: its own are in force');
  return null;
}

import type { OfficialBoundaries } from '@shared/domain/boundaries';
import type { WriteReply } from '@shared/protocol/replies';

import { viewOf } from '../areas/areas-in-force';
import { checkBoundaries } from '../areas/check-boundaries';
import { AppError } from '../errors';
import { writeBoundaries } from '../store/boundaries';
import type { Deps } from './deps';
import { type Caller, runWrite } from './run-write';

/**
 * Put official boundaries in force, or with null the city pack's own again, and append
 * `city.boundariesChanged`. No record changes: the areas stored on them stay. Going back to the pack's own where
 * they are in force is a replay.
 * @throws AppError validation_failed where they are not those of this city; what was in force stays
 */
export async function changeBoundaries(
  deps: Deps,
  boundaries: OfficialBoundaries | null,
  caller: Caller,
): Promise<WriteReply> {
  const { city, areas, clock } = deps;
  const problems = boundaries === null ? [] : checkBoundaries(city, boundaries);
  if (problems.length > 0) {
    throw new AppError(
      'validation_failed',
      `These boundaries are not those of ${city.city.name}: ${problems.join('; ')}.`,
      { problems },
    );
  }
  const view = viewOf(city, boundaries);
  const id = city.city.id;
  const reply = await runWrite(deps, caller, { action: 'boundaries.change' }, async (tx) => {
    if (view.cityHash === areas.current().cityHash && boundaries === null)
      return { id, replayed: true };
    await writeBoundaries(tx.db, boundaries, clock.now());
    tx.append({
      type: 'city.boundariesChanged',
      data: { cityHash: view.cityHash, boundaries: view.city.city.boundaries },
    });
    return { id, replayed: false };
  });
  // After the commit, and before the publisher has read it: whoever hears of it finds it done.
  if (!reply.replayed) areas.replace(view);
  return reply;
}

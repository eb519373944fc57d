import type { FacilityKind } from '@shared/domain/facility';
import type { Actor } from '@shared/protocol/changes';

import type { FacilityLibrary } from '../facilities/facility-library';
import type { Deps } from './deps';

/**
 * Read the facilities that an import has written, and tell of them in the log, on which windows fetch them.
 * @returns the kinds that are others than before
 */
export async function refreshFacilities(
  { store, facilities }: Pick<Deps, 'store'> & { facilities: FacilityLibrary },
  actor: Actor,
): Promise<FacilityKind[]> {
  const changed = await facilities.refresh();
  if (changed.length === 0) return changed;
  const kinds = facilities.kinds();
  await store.transact(actor, async (tx) => {
    for (const kind of changed) {
      const summary = kinds.find((candidate) => candidate.kind === kind);
      tx.append({
        type: 'city.facilitiesChanged',
        data: { kind, count: summary?.count ?? 0, source: summary?.source.title ?? null },
      });
    }
  });
  return changed;
}

import type { FacilityKind } from '@shared/domain/facility';
import type { Actor } from '@shared/protocol/changes';

import type { FacilityLibrary } from '../facilities/facility-library';
import type { Tx } from '../store/transact';
import { auditWrite } from './audit-write';
import type { Deps } from './deps';

/**
 * Read the facilities that an import has written, and tell of them in the log, on which windows fetch them.
 * @returns the kinds that are others than before
 */
export async function refreshFacilities(
  { store, clock, facilities }: Pick<Deps, 'store' | 'clock'> & { facilities: FacilityLibrary },
  actor: Actor,
): Promise<FacilityKind[]> {
  const changed = await facilities.refresh();
  if (changed.length === 0) return changed;
  const kinds = facilities.kinds();
  const tell = async (tx: Tx): Promise<void> => {
    for (const kind of changed) {
      const summary = kinds.find((candidate) => candidate.kind === kind);
      tx.append({
        type: 'city.facilitiesChanged',
        data: { kind, count: summary?.count ?? 0, source: summary?.source.title ?? null },
      });
    }
  };
  await store.transact(actor, tell, (tx, { changes }) =>
    auditWrite({ clock }, tx, {
      actor,
      act: { action: 'facilities.refresh' },
      reply: { id: changed.join(','), seq: changes.at(-1)?.seq ?? 0, replayed: false },
    }),
  );
  return changed;
}

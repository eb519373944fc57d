import type { UnitStatusDefinition } from '@shared/domain/city-pack';
import type { Instant } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';

import type { Tx } from '../store/transact';
import { saveUnitStatus } from '../store/units';

/**
 * Give a unit a status that was found to be allowed, or only raise or clear its SOS, and append
 * `unit.statusChanged`.
 * @param change.status null: the status stays, and the time since when
 * @param change.incidentId the incident it is on after the change
 */
export async function changeUnitStatus(
  tx: Tx,
  unit: Unit,
  change: {
    status: UnitStatusDefinition | null;
    isSos: boolean;
    at: Instant;
    incidentId: string | null;
  },
): Promise<Unit> {
  const { status, isSos, at, incidentId } = change;
  const after: Unit = {
    ...unit,
    ...(status !== null && {
      statusCode: status.code,
      statusMeaning: status.meaning,
      statusSince: at,
    }),
    isSos,
    version: unit.version + 1,
  };
  await saveUnitStatus(tx.db, after);
  tx.append({
    type: 'unit.statusChanged',
    data: {
      unitId: unit.id,
      incidentId,
      fromStatusCode: unit.statusCode,
      statusCode: after.statusCode,
      statusMeaning: after.statusMeaning,
      statusSince: after.statusSince,
      isSos: after.isSos,
      version: after.version,
    },
  });
  return after;
}

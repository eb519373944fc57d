import type { SetCaller } from '@shared/protocol/caller-data';
import type { WriteReply } from '@shared/protocol/replies';

import { notFound } from '../errors';
import { lockIncident } from '../store/incidents';
import { takePersonalData } from '../store/personal-data';
import { requireOwnIncident } from './check-binding';
import { recordCaller } from './record-caller';
import { type Caller, runWrite } from './run-write';
import type { SealedDeps } from './sealed-deps';

/**
 * Set what is known of an incident's caller, or with null forget it. No change is appended: who called is in no
 * log (ADR 3).
 * @throws AppError not_found | forbidden
 */
export async function setCaller(
  deps: SealedDeps,
  incidentId: string,
  { caller: known }: SetCaller,
  caller: Caller,
): Promise<WriteReply> {
  const act = {
    action: 'incident.setCaller',
    details: { fields: Object.keys(known ?? {}).sort() },
  } as const;
  return runWrite(deps, caller, act, async (tx) => {
    const incident = await lockIncident(tx.db, incidentId);
    if (incident === null) throw notFound('incident', incidentId);
    requireOwnIncident(caller, incident);
    const subject = `incident:${incident.id}` as const;
    if (known === null) await takePersonalData(tx.db, subject);
    else await recordCaller(deps, tx.db, subject, known);
    return { id: incident.id, replayed: false };
  });
}

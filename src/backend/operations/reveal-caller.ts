import type { Principal } from '@shared/domain/access';
import { HOUR_MS } from '@shared/domain/time';
import type { CallerData, RevealCaller, RevealedCaller } from '@shared/protocol/caller-data';

import { appendAudit } from '../audit/append-audit';
import { AppError, notFound } from '../errors';
import { openCaller } from '../personal-data/sealed-caller';
import { SealError } from '../personal-data/sealer';
import { countAudit } from '../store/audit';
import type { Db } from '../store/database';
import { findIncident } from '../store/incidents';
import { findPersonalData, type PersonalRow } from '../store/personal-data';
import type { SealedDeps } from './sealed-deps';

const ACTION = 'incident.reveal';
/** Of one person: far more than a shift has incidents to call back for, far fewer than a list to take home. */
export const MAX_REVEALS_PER_HOUR = 60;

/**
 * Open an incident's caller data for whoever asks, this once; that they did, and why, stands in the audit trail
 * before the data are given.
 * @throws AppError not_found | rate_limited | unavailable where the key is not here
 */
export async function revealCaller(
  deps: SealedDeps,
  incidentId: string,
  { reason }: RevealCaller,
  principal: Principal,
): Promise<RevealedCaller> {
  const { store, clock } = deps;
  const subject = `incident:${incidentId}`;
  const actor = { kind: 'system', id: 'audit' } as const;
  const { result } = await store.transact(actor, async (tx): Promise<RevealedCaller> => {
    if ((await findIncident(tx.db, incidentId)) === null) throw notFound('incident', incidentId);
    const row = await findPersonalData(tx.db, subject);
    if (row === null)
      throw new AppError('not_found', 'Nothing is known of who reported this incident.', {
        id: incidentId,
      });
    const { name = null, number = null, address = null } = opened(deps, row);
    const auditNumber = await appendAudit(tx, {
      recordedAt: clock.now(),
      actor: principal,
      action: ACTION,
      subject,
      outcome: 'done',
      details: { reason },
      seq: null,
    });
    // Counted behind the trail's lock, so that of many requests at once none slips through.
    await refuseTooMany(deps, tx.db, principal);
    return { name, number, address, auditNumber };
  });
  return result;
}

function opened({ sealer, log }: SealedDeps, { subject, sealed, keyId }: PersonalRow): CallerData {
  try {
    return openCaller(sealer, subject, sealed);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    log.error({ subject, keyId }, 'sealed caller data could not be opened');
    throw new AppError(
      'unavailable',
      `These data were sealed with the key ${keyId}, which this server does not have, or were changed. Tell an admin: docs/personal-data.md.`,
    );
  }
}

async function refuseTooMany({ clock }: SealedDeps, db: Db, { id }: Principal): Promise<void> {
  const from = new Date(clock.nowMs() - HOUR_MS).toISOString();
  const filter = { actorId: id, action: ACTION, outcome: 'done', from } as const;
  if ((await countAudit(db, filter)) <= MAX_REVEALS_PER_HOUR) return;
  throw new AppError(
    'rate_limited',
    `More than ${MAX_REVEALS_PER_HOUR} callers revealed by one person in an hour. Wait, or ask a supervisor.`,
  );
}

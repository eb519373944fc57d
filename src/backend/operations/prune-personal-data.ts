import { DAY_MS } from '@shared/domain/time';

import { appendAudit } from '../audit/append-audit';
import { prunePersonalData as deleteOlder } from '../store/personal-data';
import type { Deps } from './deps';

const ACTOR = { kind: 'system', id: 'retention' } as const;

/**
 * Forget the callers of incidents that ended more than so many days ago, and of calls that led to none. That it
 * was done stands in the audit trail.
 * @returns how many were forgotten
 */
export async function prunePersonalData(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  days: number,
): Promise<number> {
  const before = new Date(clock.nowMs() - days * DAY_MS).toISOString();
  const { result } = await store.transact(ACTOR, async (tx) => {
    const removed = await deleteOlder(tx.db, before);
    if (removed > 0)
      await appendAudit(tx, {
        recordedAt: clock.now(),
        actor: { id: ACTOR.id, role: null },
        action: 'personalData.forget',
        subject: null,
        outcome: 'done',
        details: { removed, days, before },
        seq: null,
      });
    return removed;
  });
  return result;
}

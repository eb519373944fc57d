import { DAY_MS } from '@shared/domain/time';

import { pruneSessions } from '../../store/sessions';
import type { AccessDeps } from './access-deps';
import { pruneAttempts } from './count-attempt';

/** So long an ended session can still be looked up. */
const KEEP_SESSIONS_MS = 30 * DAY_MS;

/** Remove ended sessions and counters that count no longer. */
export async function pruneAccess({
  store,
  clock,
}: Pick<AccessDeps, 'store' | 'clock'>): Promise<void> {
  const before = new Date(clock.nowMs() - KEEP_SESSIONS_MS).toISOString();
  await store.transact({ kind: 'system', id: 'prune' }, async ({ db }) => {
    await pruneSessions(db, before);
    await pruneAttempts(db, clock);
  });
}

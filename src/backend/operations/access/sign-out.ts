import type { Principal } from '@shared/domain/access';

import { appendAudit } from '../../audit/append-audit';
import { revokeSessions } from '../../store/sessions';
import type { AccessDeps } from './access-deps';

/** End a session: its tokens are refused and its sockets cut, here at once, elsewhere within two seconds. */
export async function signOut(
  { store, clock, revocations }: AccessDeps,
  sessionId: string,
  { id, role }: Principal,
): Promise<void> {
  const { result: revoked } = await store.transact(
    { kind: 'system', id: 'session' },
    async (tx) => {
      const ended = await revokeSessions(tx.db, { sessionId }, 'signed out', clock.now());
      if (ended.length > 0)
        await appendAudit(tx, {
          recordedAt: clock.now(),
          actor: { id, role },
          action: 'session.signOut',
          subject: role === 'display' ? `display:${id}` : `user:${id}`,
          outcome: 'done',
          details: {},
          seq: null,
        });
      return ended;
    },
  );
  revocations.announce(revoked);
}

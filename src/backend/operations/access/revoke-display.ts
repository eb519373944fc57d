import type { EnrolledDisplay } from '@shared/protocol/displays';

import { appendAudit } from '../../audit/append-audit';
import { notFound } from '../../errors';
import { markDisplayRevoked, readDisplays } from '../../store/displays';
import { revokeSessions } from '../../store/sessions';
import type { AccessDeps, Administrator } from './access-deps';

/** Those that were not revoked, by name. */
export function listDisplays({ store }: Pick<AccessDeps, 'store'>): Promise<EnrolledDisplay[]> {
  return readDisplays(store.db);
}

/** Take a display's tokens away: it goes dark within two seconds. @throws AppError not_found */
export async function revokeDisplay(
  { store, clock, revocations }: Pick<AccessDeps, 'store' | 'clock' | 'revocations'>,
  id: string,
  by: Administrator,
): Promise<void> {
  const { result: ended } = await store.transact({ kind: 'system', id: 'displays' }, async (tx) => {
    const now = clock.now();
    if (!(await markDisplayRevoked(tx.db, id, now))) throw notFound('display', id);
    const revoked = await revokeSessions(tx.db, { displayId: id }, 'display revoked', now);
    await appendAudit(tx, {
      recordedAt: now,
      actor: { id: by.id, role: by.role },
      action: 'display.revoke',
      subject: `display:${id}`,
      outcome: 'done',
      details: {},
      seq: null,
    });
    return revoked;
  });
  revocations.announce(ended);
}

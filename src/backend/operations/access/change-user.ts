import type { User } from '@shared/protocol/session';
import type { ChangeUser } from '@shared/protocol/users';

import { requireGoodPassword } from '../../access/password-rules';
import { appendAudit } from '../../audit/append-audit';
import { AppError, notFound } from '../../errors';
import { revokeSessions } from '../../store/sessions';
import {
  findUser,
  lockEnabledAdmins,
  lockUser,
  saveUser,
  toUser,
  type UserRow,
} from '../../store/users';
import type { AccessDeps, Administrator } from './access-deps';
import { requireAgency } from './create-user';

type UserDeps = Pick<AccessDeps, 'store' | 'clock' | 'city' | 'passwords' | 'revocations'>;

/**
 * Change an account. Whoever may do other things from now on, or has another password, signs in anew: their
 * sessions end.
 * @throws AppError not_found | validation_failed, also where no admin would be left to sign in
 */
export async function changeUser(
  deps: UserDeps,
  id: string,
  command: ChangeUser,
  by: Administrator,
): Promise<User> {
  const { store, clock } = deps;
  const passwordHash = await newPasswordHash(deps, id, command);
  const { result } = await store.transact({ kind: 'system', id: 'users' }, async (tx) => {
    const admins = await lockEnabledAdmins(tx.db);
    const before = await lockUser(tx.db, id);
    if (before === null) throw notFound('user', id);
    const now = clock.now();
    const after = changed(deps, before, command, { passwordHash, now });
    const isAdmin = after.role === 'admin' && after.disabledAt === null;
    if (!isAdmin && admins.length === 1 && admins[0] === id)
      throw new AppError(
        'validation_failed',
        'This is the last admin who can sign in. Make another one first.',
        { field: 'role' },
      );
    await saveUser(tx.db, after);
    const isSameSession =
      after.role === before.role &&
      after.agencyCode === before.agencyCode &&
      after.disabledAt === null &&
      passwordHash === null;
    const ended = isSameSession
      ? []
      : await revokeSessions(tx.db, { userId: id }, 'account changed', now);
    await appendAudit(tx, {
      recordedAt: now,
      actor: { id: by.id, role: by.role },
      action: 'user.change',
      subject: `user:${id}`,
      outcome: 'done',
      details: {
        changed: Object.keys(command),
        role: after.role,
        agencyCode: after.agencyCode,
        isDisabled: after.disabledAt !== null,
      },
      seq: null,
    });
    return { after, ended };
  });
  deps.revocations.announce(result.ended);
  return toUser(result.after);
}

async function newPasswordHash(
  { store, city, passwords }: UserDeps,
  id: string,
  { password, displayName }: ChangeUser,
): Promise<string | null> {
  if (password === undefined) return null;
  const user = await findUser(store.db, id);
  if (user === null) throw notFound('user', id);
  const words = [user.username, user.displayName, displayName ?? '', city.city.name];
  await requireGoodPassword(password, words);
  return passwords.hash(password);
}

function changed(
  deps: UserDeps,
  before: UserRow,
  command: ChangeUser,
  { passwordHash, now }: { passwordHash: string | null; now: string },
): UserRow {
  const role = command.role ?? before.role;
  const agencyCode = command.agencyCode ?? (role === 'opd' ? before.agencyCode : null);
  const isDisabled = command.isDisabled ?? before.disabledAt !== null;
  return {
    ...before,
    displayName: command.displayName ?? before.displayName,
    role,
    agencyCode: requireAgency(deps, role, agencyCode),
    disabledAt: isDisabled ? (before.disabledAt ?? now) : null,
    ...(passwordHash !== null && { passwordHash, passwordChangedAt: now }),
  };
}

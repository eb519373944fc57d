import type { FirstAdmin, SessionTokens } from '@shared/protocol/session';

import { AppError } from '../../errors';
import { lockMeta } from '../../store/meta';
import { hasUsers } from '../../store/users';
import type { AccessDeps } from './access-deps';
import { beginSession } from './begin-session';
import { addUser, newUser } from './create-user';
import { whoIsUser } from './who-is';

/**
 * The first account of a server, an admin's, signed in at once. Whether the caller may is asked before.
 * @throws AppError forbidden where there is an account already | validation_failed
 */
export async function createFirstAdmin(
  deps: AccessDeps,
  { username, displayName, password }: Omit<FirstAdmin, 'code'>,
): Promise<SessionTokens> {
  const row = await newUser(deps, { username, displayName, password, role: 'admin' });
  const { result } = await deps.store.transact({ kind: 'system', id: 'users' }, async (tx) => {
    // Two who are first at once, on whatever nodes, meet here.
    await lockMeta(tx.db);
    if (await hasUsers(tx.db))
      throw new AppError('forbidden', 'This server has an admin already. Sign in.');
    await addUser(deps, tx, row, { id: row.id, role: 'admin' });
    return beginSession(deps, tx.db, { userId: row.id }, whoIsUser(row));
  });
  return result;
}

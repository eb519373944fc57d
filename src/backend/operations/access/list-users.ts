import type { User } from '@shared/protocol/session';

import { readUsers } from '../../store/users';
import type { AccessDeps } from './access-deps';

/** All accounts, by username. */
export function listUsers({ store }: Pick<AccessDeps, 'store'>): Promise<User[]> {
  return readUsers(store.db);
}

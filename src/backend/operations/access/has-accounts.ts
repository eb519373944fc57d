import { hasUsers } from '../../store/users';
import type { AccessDeps } from './access-deps';

/** Whether anybody has an account here. */
export function hasAccounts({ store }: Pick<AccessDeps, 'store'>): Promise<boolean> {
  return hasUsers(store.db);
}

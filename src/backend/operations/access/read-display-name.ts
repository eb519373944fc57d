import type { Principal } from '@shared/domain/access';

import { findApiKeyName } from '../../store/api-keys';
import { findDisplay } from '../../store/displays';
import { findUser } from '../../store/users';
import type { AccessDeps } from './access-deps';

/** What a principal is called on its own screen; one without an account by its id. */
export async function readDisplayName(
  { store }: Pick<AccessDeps, 'store'>,
  { role, id }: Principal,
): Promise<string> {
  switch (role) {
    case 'display':
      return (await findDisplay(store.db, id))?.name ?? id;
    case 'integration':
      return (await findApiKeyName(store.db, id)) ?? id;
    default:
      return (await findUser(store.db, id))?.displayName ?? id;
  }
}

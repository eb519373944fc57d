import { invariant } from '@shared/assert';
import type { Principal } from '@shared/domain/access';

import type { Administrator } from '../operations/access/access-deps';

/** Who administers, behind a route that the access table gives to the desk alone. */
export function administrator({ role, id }: Principal): Administrator {
  invariant(role === 'admin' || role === 'supervisor', `${role} does not administer`);
  return { role, id };
}

import type { Principal } from '@shared/domain/access';
import { ROLES, type Role } from '@shared/domain/access-terms';

import type { Credential } from '../../src/backend/access/access-list';
import { machineIdentity } from '../../src/backend/access/identity';

/** One of each role, as tests know them. The `opd` is of the test city's fire service. */
export const PRINCIPALS = {
  admin: { role: 'admin', id: 'user-admin' },
  supervisor: { role: 'supervisor', id: 'user-supervisor' },
  operator: { role: 'operator', id: 'user-operator' },
  opd: { role: 'opd', id: 'user-opd', agencyCode: 'damkar' },
  executive: { role: 'executive', id: 'user-executive' },
  display: { role: 'display', id: 'display-1', displayClass: 'room' },
  integration: { role: 'integration', id: 'feed', source: null, scopes: null },
} as const satisfies Record<Role, Principal>;

/** The token by which a test's server knows one of them. */
export const tokenOf = (role: Role): string => `${role}-token`;

export const TEST_CREDENTIALS: readonly Credential[] = ROLES.map((role) => ({
  token: tokenOf(role),
  identity: machineIdentity(PRINCIPALS[role]),
}));

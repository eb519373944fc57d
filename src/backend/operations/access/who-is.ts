import { invariant } from '@shared/assert';
import type { Principal } from '@shared/domain/access';

import type { DisplayRow } from '../../store/displays';
import type { UserRow } from '../../store/users';

export interface Who {
  principal: Principal;
  displayName: string;
}

export function whoIsUser({ id, role, agencyCode, displayName }: UserRow): Who {
  if (role !== 'opd') return { principal: { role, id }, displayName };
  invariant(agencyCode !== null, 'an opd has an agency');
  return { principal: { role, id, agencyCode }, displayName };
}

export function whoIsDisplay({ id, displayClass, name }: DisplayRow): Who {
  return { principal: { role: 'display', id, displayClass }, displayName: name };
}

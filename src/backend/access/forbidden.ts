import { mayRole, type Principal, rolesThatMay } from '@shared/domain/access';
import { ACCESS_ROWS } from '@shared/domain/access-table';
import type { Action } from '@shared/domain/access-terms';

import { AppError } from '../errors';

/** The refusal of an action: who may do it, and the reasons of the rows that say so. */
export function forbidden(principal: Principal, action: Action): AppError {
  const { role } = principal;
  const roles = rolesThatMay(action);
  const reasons = ACCESS_ROWS.filter((row) => row.action === action).map(({ reason }) => reason);
  const details = { action, role, roles, reasons };
  if (principal.role === 'integration' && mayRole(role, action)) {
    const scopes = principal.scopes ?? [];
    return new AppError(
      'forbidden',
      `This key is not for ${action}; it is for ${scopes.join(', ')}. Ask an admin for a key with that scope.`,
      { ...details, scopes },
    );
  }
  return new AppError(
    'forbidden',
    `${action} is for ${roles.join(', ')}, not for ${role}. ${reasons.map(({ en }) => en).join(' ')}`,
    details,
  );
}

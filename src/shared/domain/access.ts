import { z } from 'zod';

import { ACCESS_ROWS, type AccessRow } from './access-table';
import { ACTIONS, type Action, type FieldClass, ROLES, type Role } from './access-terms';

const idSchema = z.string().min(1).max(64);
const codeSchema = z.string().min(1).max(40);

/** Who a request or a socket is: a role, an opaque id (never a name), and what the role is bound to. */
export const principalSchema = z.discriminatedUnion('role', [
  z.object({ role: z.literal('admin'), id: idSchema }),
  z.object({ role: z.literal('supervisor'), id: idSchema }),
  z.object({ role: z.literal('operator'), id: idSchema }),
  z.object({ role: z.literal('executive'), id: idSchema }),
  z.object({ role: z.literal('opd'), id: idSchema, agencyCode: codeSchema }),
  z.object({ role: z.literal('display'), id: idSchema, displayClass: codeSchema }),
  z.object({
    role: z.literal('integration'),
    id: idSchema,
    /** The one source whose records it brings; null: a tool of this machine, which brings those of any. */
    source: z.string().min(1).max(64).nullable(),
    /** What of its role's actions its key is for; null: all of them. */
    scopes: z.array(z.enum(ACTIONS)).nullable(),
  }),
]);
export type Principal = z.infer<typeof principalSchema>;

/** The row that lets a role do something, or null: what no row allows is refused. */
export function accessOf(role: Role, action: Action): AccessRow | null {
  return (
    ACCESS_ROWS.find(
      (row) => row.action === action && (row.roles as readonly Role[]).includes(role),
    ) ?? null
  );
}

export function mayRole(role: Role, action: Action): boolean {
  return accessOf(role, action) !== null;
}

/** As `mayRole`, and within what an integration's key is for. */
export function mayDo(principal: Principal, action: Action): boolean {
  if (principal.role === 'integration' && principal.scopes?.includes(action) === false)
    return false;
  return mayRole(principal.role, action);
}

/** Whether what a role gets by an action may hold data of a class. */
export function maySee(role: Role, action: Action, fields: FieldClass): boolean {
  return accessOf(role, action)?.fields.includes(fields) ?? false;
}

/** Roles that may do it, in the order of `ROLES`: what a refusal names as the remedy. */
export function rolesThatMay(action: Action): Role[] {
  return ROLES.filter((role) => mayRole(role, action));
}

import { z } from 'zod';

import { PERSON_ROLES } from '../domain/access-terms';
import { passwordInputSchema, usernameSchema, userSchema } from './session';

const displayNameSchema = z.string().trim().min(1).max(80);
const agencyCodeSchema = z.string().min(1).max(40);

/** `POST /users`. An `opd` names its agency, all others none. */
export const createUserSchema = z.strictObject({
  username: usernameSchema,
  displayName: displayNameSchema,
  role: z.enum(PERSON_ROLES),
  agencyCode: agencyCodeSchema.optional(),
  password: passwordInputSchema,
});
export type CreateUser = z.infer<typeof createUserSchema>;

/** `PATCH /users/:id`: what is to be otherwise. All but a new name ends the user's sessions. */
export const changeUserSchema = z.strictObject({
  displayName: displayNameSchema.optional(),
  /** Together with the agency, where it becomes `opd`. */
  role: z.enum(PERSON_ROLES).optional(),
  agencyCode: agencyCodeSchema.optional(),
  isDisabled: z.boolean().optional(),
  password: passwordInputSchema.optional(),
});
export type ChangeUser = z.infer<typeof changeUserSchema>;

/** `GET /users`: all there are, by username. */
export const usersReplySchema = z.object({ users: z.array(userSchema) });

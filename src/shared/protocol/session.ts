import { z } from 'zod';

import { principalSchema } from '../domain/access';
import { PERSON_ROLES } from '../domain/access-terms';
import { instantSchema } from '../domain/time';

/** For people's accounts. Shown to whom it belongs and to admins, never in changes or logs. */
export const usernameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, 'expected 3 to 32 letters, digits, dots or dashes');
/** Its rules are the server's (`access/password-rules`): length, and not a common one. */
export const passwordInputSchema = z.string().min(1).max(256);

/** `POST /session`: sign in. */
export const signInSchema = z.strictObject({
  username: usernameSchema,
  password: passwordInputSchema,
});
export type SignIn = z.infer<typeof signInSchema>;

/** `POST /session/refresh`: the next pair of tokens; each refresh token is good once. */
export const refreshSessionSchema = z.strictObject({ refreshToken: z.string().min(1).max(256) });

/** `POST /session/first-admin`: the first account of a server, with the one-time code it printed. */
export const firstAdminSchema = z.strictObject({
  code: z.string().min(1).max(64),
  username: usernameSchema,
  displayName: z.string().trim().min(1).max(80),
  password: passwordInputSchema,
});
export type FirstAdmin = z.infer<typeof firstAdminSchema>;

/** `POST /session/demo`, in the demo profile: look through a role's eyes. */
export const demoSessionSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['admin', 'supervisor', 'operator', 'executive']) }),
  z.strictObject({ role: z.literal('opd'), agencyCode: z.string().min(1).max(40) }),
  z.strictObject({ role: z.literal('display'), displayClass: z.string().min(1).max(40) }),
]);
export type DemoSession = z.infer<typeof demoSessionSchema>;

/** What a sign-in, a refresh, an enrolment or a demo session gives. */
export const sessionTokensSchema = z.object({
  /** For `Authorization: Bearer …` and the socket's handshake. */
  accessToken: z.string(),
  expiresAt: instantSchema,
  /** Null where the session is not prolonged (demo). */
  refreshToken: z.string().nullable(),
  principal: principalSchema,
  /** Of the person or the display, for its own screen. */
  displayName: z.string(),
});
export type SessionTokens = z.infer<typeof sessionTokensSchema>;

/** `GET /session`: whom the request's token stands for, or what this window must do first. */
export const sessionStateSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('signed_in'),
    principal: principalSchema,
    displayName: z.string(),
    /** Whether `POST /session/demo` is open to this window. */
    mayChooseDemoRole: z.boolean(),
  }),
  z.object({ kind: z.literal('sign_in_needed') }),
  /** There is no user yet: `POST /session/first-admin`. */
  z.object({ kind: z.literal('first_admin_needed') }),
]);
export type SessionState = z.infer<typeof sessionStateSchema>;

/** `GET /users`, `POST /users`, `PATCH /users/:id`: for admins. */
export const userSchema = z.object({
  id: z.string(),
  username: usernameSchema,
  displayName: z.string(),
  role: z.enum(PERSON_ROLES),
  agencyCode: z.string().nullable(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema.nullable(),
  disabledAt: instantSchema.nullable(),
});
export type User = z.infer<typeof userSchema>;

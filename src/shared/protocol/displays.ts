import { z } from 'zod';

import { instantSchema } from '../domain/time';
import { sessionTokensSchema } from './session';

/** `POST /displays/enrolments`: a wall asks to be let in. No token is needed. */
export const enrolmentSchema = z.object({
  /** Shown on the wall, for a supervisor to type; letters and digits that cannot be confused. */
  code: z.string(),
  /** The wall keeps it: by it alone it gets its tokens. Never shown. */
  claimSecret: z.string(),
  /** After it the wall asks for a new code. */
  expiresAt: instantSchema,
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** A code as a person may type it: lower case, spaces and dashes are forgiven. */
export const enrolmentCodeSchema = z
  .string()
  .max(32)
  .transform((text) => text.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^[A-Z0-9]{6}$/, 'expected the six signs shown on the wall'));

/** `POST /displays/enrolments/:code/approve`, by a supervisor. */
export const approveEnrolmentSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  /** One of the city pack's. */
  displayClass: z.string().min(1).max(40),
});
export type ApproveEnrolment = z.infer<typeof approveEnrolmentSchema>;

/** `POST /displays/enrolments/claim`: the wall asks, every few seconds, whether somebody has typed its code. */
export const claimEnrolmentSchema = z.strictObject({ claimSecret: z.string().min(1).max(128) });
export const claimReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('enrolled'), tokens: sessionTokensSchema }),
]);
export type ClaimReply = z.infer<typeof claimReplySchema>;

export const displaySchema = z.object({
  id: z.string(),
  name: z.string(),
  displayClass: z.string(),
  enrolledAt: instantSchema,
  /** When it last prolonged its session: it shows no older picture than some minutes after. */
  lastSeenAt: instantSchema.nullable(),
});
export type EnrolledDisplay = z.infer<typeof displaySchema>;

/** `GET /displays`: those that were not revoked, by name. */
export const displaysReplySchema = z.object({ displays: z.array(displaySchema) });

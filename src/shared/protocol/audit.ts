import { z } from 'zod';

import { ROLES } from '../domain/access-terms';
import { instantSchema } from '../domain/time';

/** What somebody did, or was refused. Never a person's data or a secret. */
export const auditEntrySchema = z.object({
  /** From 1, no gaps. */
  number: z.number().int().positive(),
  recordedAt: instantSchema,
  /** Opaque id of the account or credential. */
  actorId: z.string(),
  /** Null: a tool on the server. */
  role: z.enum(ROLES).nullable(),
  /** An action of the access table, or an act of the account itself such as `session.signIn`. */
  action: z.string(),
  /** `incident:<id>`, `user:<id>`, …; null where it concerns nothing in particular. */
  subject: z.string().nullable(),
  outcome: z.enum(['done', 'refused']),
  /** Facts for a reader: the reason given, the code of the refusal. */
  details: z.record(z.string(), z.json()),
  /** Seq of the last change it made; null: none. */
  seq: z.number().int().positive().nullable(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** `GET /audit`: newest first. */
export const auditPageSchema = z.object({
  items: z.array(auditEntrySchema),
  nextCursor: z.string().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;

/** How an entry can disagree with the chain. */
export const AUDIT_PROBLEMS = [
  /** Its columns are others than those that were recorded. */
  'changed',
  /** There is no entry of this number, though there are later ones or the chain's end says so. */
  'removed',
  /** It was not appended by the chain. */
  'inserted',
  /** The row that holds the chain's end was changed or taken away. */
  'head_changed',
] as const;

/** `GET /audit/verify`: whether every entry is the one that was recorded. */
export const auditVerdictSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    entries: z.number().int().nonnegative(),
    /** Of the last entry: kept elsewhere, it proves later that nothing up to here was rewritten. */
    hash: z.string(),
  }),
  z.object({
    ok: z.literal(false),
    /** How many were found good before it. */
    entries: z.number().int().nonnegative(),
    firstBad: z.number().int(),
    problem: z.enum(AUDIT_PROBLEMS),
  }),
]);
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;

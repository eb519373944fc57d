import { z } from 'zod';

// Control characters have no place in what is read aloud; a lone half of a character fits into no database.
const CONTROL_OR_LONE = /[\p{Cc}\p{Cs}]/u;
/** One line of words, without white space at its ends. */
const line = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine((text) => !CONTROL_OR_LONE.test(text), 'expected one line of plain text');

/** Digits with an optional plus; spaces, dots, dashes and brackets of writing are left out. */
export const phoneNumberSchema = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s.()/-]/g, ''))
  .refine((text) => /^\+?\d{3,15}$/.test(text), 'expected a phone number of 3 to 15 digits');

/** What is known of who called. Sealed where it is kept; in no change, list, log or search. */
export const callerDataSchema = z
  .strictObject({
    name: line(120).optional(),
    number: phoneNumberSchema.optional(),
    address: line(300).optional(),
  })
  .refine(
    ({ name, number, address }) => (name ?? number ?? address) !== undefined,
    'expected name, number or address',
  );
export type CallerData = z.infer<typeof callerDataSchema>;

/** `PUT /incidents/:id/caller`: what is known of the caller from now on; null forgets it. */
export const setCallerSchema = z.strictObject({ caller: callerDataSchema.nullable() });
export type SetCaller = z.infer<typeof setCallerSchema>;

/**
 * What an incident's detail tells of the caller before they are revealed. Nothing of the three: there is
 * something, sealed with a key that the server does not have.
 */
export const callerSummarySchema = z.object({
  hasName: z.boolean(),
  /** e.g. `0812••••••34`; null: there is none. */
  maskedNumber: z.string().nullable(),
  hasAddress: z.boolean(),
});
export type CallerSummary = z.infer<typeof callerSummarySchema>;

export const REVEAL_REASON_MIN = 5;
export const REVEAL_REASON_MAX = 200;

/** `POST /incidents/:id/reveal`. The reason is kept in the audit trail. */
export const revealCallerSchema = z.strictObject({
  reason: line(REVEAL_REASON_MAX, REVEAL_REASON_MIN),
});
export type RevealCaller = z.infer<typeof revealCallerSchema>;

/** The caller's data, for whoever asked and for this once. */
export const revealedCallerSchema = z.object({
  name: z.string().nullable(),
  number: z.string().nullable(),
  address: z.string().nullable(),
  /** Of the audit entry that says so. */
  auditNumber: z.number().int().positive(),
});
export type RevealedCaller = z.infer<typeof revealedCallerSchema>;

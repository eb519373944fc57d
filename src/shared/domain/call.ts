import { z } from 'zod';

import { instantSchema } from './time';

/** The city SOP's call types (SK 814/371/PTIK/2022), plus `terputus` (dropped before it could be classified). */
export const CALL_TYPES = ['normal', 'informasi', 'prank', 'ghost', 'terputus'] as const;
export const callTypeSchema = z.enum(CALL_TYPES);
export type CallType = z.infer<typeof callTypeSchema>;

/** Where a record came from; `externalId` is that source's own key and makes intake idempotent. */
export const provenanceSchema = z.object({
  source: z.string().min(1).max(64),
  externalId: z.string().min(1).max(128),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** A call to 112. It carries no name, number or words of the caller. */
export const callSchema = z.object({
  id: z.string(),
  type: callTypeSchema,
  receivedAt: instantSchema,
  /** Null: never answered, or not recorded. */
  answeredAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  incidentId: z.string().nullable(),
  provenance: provenanceSchema.nullable(),
});
export type Call = z.infer<typeof callSchema>;

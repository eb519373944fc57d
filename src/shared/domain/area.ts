import { z } from 'zod';

/**
 * The area stored on a record. Numbers per kecamatan count this, never the position:
 * a point only suggests its area.
 */
export const areaSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('in_city'),
    kecamatanCode: z.string(),
    /** Null where only the kecamatan is known. */
    kelurahanCode: z.string().nullable(),
  }),
  /** Outside the city; the source's own words are kept as text. */
  z.object({
    kind: z.literal('outside_city'),
    kelurahanText: z.string().max(120).nullable(),
    kecamatanText: z.string().max(120).nullable(),
  }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Area = z.infer<typeof areaSchema>;

import { z } from 'zod';

import { instantSchema } from './time';
import { unitStatusMeaningSchema } from './unit-status';

/** A crewed vehicle. Its id is its call sign. */
export const unitSchema = z.object({
  id: z.string(),
  agencyCode: z.string(),
  stationCode: z.string(),
  kind: z.string(),
  /** The city's code of the status, e.g. `MENUJU`; label and class are in the city pack. */
  statusCode: z.string(),
  statusMeaning: unitStatusMeaningSchema,
  statusSince: instantSchema,
  /** An overlay on any status: the crew is in danger. */
  isSos: z.boolean(),
  version: z.number().int().positive(),
});
export type Unit = z.infer<typeof unitSchema>;

import { z } from 'zod';

import { facilityKindSchema, facilitySchema, facilitySourceSchema } from '../domain/facility';

/** `GET /facilities/kinds`: the kinds of which something has been imported. */
export const facilityKindsReplySchema = z.object({
  kinds: z.array(
    z.object({
      kind: facilityKindSchema,
      count: z.number().int().nonnegative(),
      source: facilitySourceSchema,
    }),
  ),
});
export type FacilityKindsReply = z.infer<typeof facilityKindsReplySchema>;
export type FacilityKindSummary = FacilityKindsReply['kinds'][number];

/** `GET /facilities`: all of a kind, or of every kind. */
export const facilitiesReplySchema = z.object({ items: z.array(facilitySchema) });
export type FacilitiesReply = z.infer<typeof facilitiesReplySchema>;

/** `GET /facilities/nearest`: nearest first; empty where nothing of the kind has been imported. */
export const nearestFacilitiesReplySchema = z.object({
  items: z.array(
    z.object({
      facility: facilitySchema,
      /** To the nearest point of its shape; 0 inside of an area. */
      distanceMeters: z.number().nonnegative(),
    }),
  ),
});
export type NearestFacilitiesReply = z.infer<typeof nearestFacilitiesReplySchema>;

/** `POST /facilities/refresh`: the kinds that are others than before. */
export const refreshFacilitiesReplySchema = z.object({ changed: z.array(facilityKindSchema) });

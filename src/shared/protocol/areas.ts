import { z } from 'zod';

import { areaSchema } from '../domain/area';
import { lngLatSchema } from '../domain/lng-lat';

const placeNameSchema = z.object({ code: z.string(), name: z.string() });
const metersSchema = z.number().nonnegative();

/** `GET /areas/locate`: what a position suggests. The area that is stored on a record is another matter. */
export const locatedSchema = z.union([
  z.object({
    kecamatan: placeNameSchema,
    kelurahan: placeNameSchema,
    /** Whether the boundaries are official, and whose they are. */
    official: z.boolean(),
    source: z.string(),
  }),
  z.object({
    outsideCity: z.literal(true),
    /** The kelurahan whose border is nearest; null where the city has no areas. */
    nearest: placeNameSchema.nullable(),
    distanceMeters: metersSchema.nullable(),
  }),
]);
export type Located = z.infer<typeof locatedSchema>;

export const recordKindSchema = z.enum(['incident', 'complaint']);
export type RecordKind = z.infer<typeof recordKindSchema>;

/** A record whose position lies in another area than the one stored on it. */
export const areaDisagreementSchema = z.object({
  kind: recordKindSchema,
  id: z.string(),
  number: z.string(),
  version: z.number().int().positive(),
  lngLat: lngLatSchema,
  stored: areaSchema,
  found: areaSchema,
  /** From the position to the area stored; null where that is no area of the city. */
  distanceMeters: metersSchema.nullable(),
});
export type AreaDisagreement = z.infer<typeof areaDisagreementSchema>;

export const areaDisagreementsSchema = z.object({
  /** Records that have a position. */
  checked: z.number().int().nonnegative(),
  disagreements: z.array(areaDisagreementSchema),
});
export type AreaDisagreements = z.infer<typeof areaDisagreementsSchema>;

export const PLACE_KINDS = [
  'landmark',
  'kelurahan',
  'kecamatan',
  'station',
  'road',
  'unit',
] as const;

export const placeSchema = z.object({
  kind: z.enum(PLACE_KINDS),
  /** Of a unit its call sign, of a landmark or a road its name. */
  id: z.string(),
  name: z.string(),
  /** What it is or belongs to, e.g. the kecamatan of a kelurahan. */
  detail: z.string(),
  lngLat: lngLatSchema,
});
export type Place = z.infer<typeof placeSchema>;

/** `GET /places`: best first. */
export const placesReplySchema = z.object({ places: z.array(placeSchema) });

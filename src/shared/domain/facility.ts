import { z } from 'zod';

import { lngLatSchema } from './lng-lat';
import { instantSchema } from './time';

/** What a city's GIS layers hold that helps a dispatcher. */
export const FACILITY_KINDS = [
  'hydrant',
  'hospital',
  'puskesmas',
  'police',
  'fire_station',
  'school',
  'assembly_point',
  'evacuation_route',
  'port',
  'industry',
] as const;
export const facilityKindSchema = z.enum(FACILITY_KINDS);
export type FacilityKind = z.infer<typeof facilityKindSchema>;

const lineSchema = z.array(lngLatSchema).min(2);
const ringSchema = z.array(lngLatSchema).min(4);

export const facilityGeometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: lngLatSchema }),
  z.object({ type: z.literal('LineString'), coordinates: lineSchema }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(lineSchema).min(1) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ringSchema).min(1) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(ringSchema).min(1)).min(1),
  }),
]);
export type FacilityGeometry = z.infer<typeof facilityGeometrySchema>;

export const facilitySchema = z.object({
  /** Unique among all kinds, e.g. `hydrant-12`. */
  id: z.string().min(1).max(64),
  kind: facilityKindSchema,
  /** Null where the layer has no name for it. */
  name: z.string().min(1).max(120).nullable(),
  geometry: facilityGeometrySchema,
  /** Where its icon stands: on the shape, or inside it. */
  lngLat: lngLatSchema,
  /** Which feature of the imported file it was. */
  origin: z.object({
    index: z.number().int().nonnegative(),
    featureId: z.string().max(120).nullable(),
  }),
});
export type Facility = z.infer<typeof facilitySchema>;

/** Where the facilities of one kind come from. */
export const facilitySourceSchema = z.object({
  /** As whoever imported it named it, else the file's name. */
  title: z.string().min(1).max(200),
  file: z.string().min(1).max(255),
  importedAt: instantSchema,
});
export type FacilitySource = z.infer<typeof facilitySourceSchema>;

/** All facilities of one kind; an import replaces it as a whole. */
export const facilitySetSchema = z
  .object({
    kind: facilityKindSchema,
    source: facilitySourceSchema,
    facilities: z.array(facilitySchema),
  })
  .refine(
    ({ kind, facilities }) => facilities.every((facility) => facility.kind === kind),
    'a facility is of another kind than its set',
  );
export type FacilitySet = z.infer<typeof facilitySetSchema>;

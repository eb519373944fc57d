import { z } from 'zod';

import { complaintClassSchema } from './complaint';
import { lngLatSchema } from './lng-lat';
import { prioritySchema } from './priority';
import { availabilityClassSchema, unitStatusMeaningSchema } from './unit-status';

/**
 * A city pack is a directory of JSON files, one per schema below; everything that makes the
 * product *this* city is data in it. File names are the keys of `cityPackFiles`.
 */

/** A label in both languages of the product. */
export const labelSchema = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
export type Label = z.infer<typeof labelSchema>;

const codeSchema = z.string().min(1).max(40);
/** Where a fact comes from, or `proposal` where no official list was found. */
const sourceSchema = z.string().min(1);
const hexColorSchema = z.string().regex(/^#[0-9a-f]{6}$/i, 'expected a colour like #d92d20');

/** What must be said of the shapes wherever they are drawn. */
export const boundariesLabelSchema = z.strictObject({
  /** `schematic` shows "Batas skematis, bukan batas resmi" on every map. */
  kind: z.enum(['schematic', 'official']),
  source: z.string().min(1),
  date: z.string().nullable(),
});

export const citySchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case letters, digits and dashes'),
  name: z.string().min(1),
  province: z.string().min(1),
  /** Kemendagri code, e.g. `36.72`. */
  code: z.string().min(1),
  timeZone: z.literal('Asia/Jakarta'),
  emergencyNumber: z.string().min(1),
  /** Prefix of incident numbers, e.g. `112` in `112-20261124-0042`. */
  incidentNumberPrefix: z.string().min(1).max(8),
  center: lngLatSchema,
  /** `[west, south, east, north]`: what the automatic view shows. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  boundaries: boundariesLabelSchema,
  /** Shown on the map at all times, e.g. "© OpenStreetMap contributors". */
  attribution: z.array(z.string().min(1)),
});
export type City = z.infer<typeof citySchema>;

export const kecamatanSchema = z.strictObject({
  code: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/, 'expected a code like 36.72.01'),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  population: z.number().int().positive(),
  areaKm2: z.number().positive(),
  source: sourceSchema,
});
export type Kecamatan = z.infer<typeof kecamatanSchema>;

export const kelurahanSchema = z.strictObject({
  code: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/, 'expected a code like 36.72.01.1001'),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  kecamatanCode: z.string(),
  areaKm2: z.number().positive(),
  postalCode: z.string().regex(/^\d{5}$/),
  /** A point inside it, for labels and nearest-place words. */
  center: lngLatSchema,
  source: sourceSchema,
});
export type Kelurahan = z.infer<typeof kelurahanSchema>;

export const agencySchema = z.strictObject({
  code: codeSchema,
  name: z.string().min(1),
  shortName: z.string().min(1),
  kind: z.enum(['city', 'national', 'state_company', 'volunteer', 'industry']),
  /** Other spellings found in call logs, upper case. */
  aliases: z.array(z.string().min(1)),
  source: sourceSchema,
});
export type Agency = z.infer<typeof agencySchema>;

export const incidentCategorySchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{3}$/, 'expected three capital letters'),
  label: labelSchema,
  subcategories: z.array(z.strictObject({ code: codeSchema, label: labelSchema })),
  leadAgencies: z.array(codeSchema).min(1),
  supportAgencies: z.array(codeSchema),
  defaultPriority: prioritySchema,
  /** True where a category reveals "specific" personal data (health, KDRT, …): walls may not show it in full. */
  isSensitive: z.boolean(),
  source: sourceSchema,
});
export type IncidentCategory = z.infer<typeof incidentCategorySchema>;

/** `value` is immutable; label and colours are the city's. */
export const priorityDefinitionSchema = z.strictObject({
  value: prioritySchema,
  label: labelSchema,
  isHighAlert: z.boolean(),
  color: z.strictObject({ dark: hexColorSchema, light: hexColorSchema }),
});
export type PriorityDefinition = z.infer<typeof priorityDefinitionSchema>;

export const unitStatusDefinitionSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{2,12}$/),
  label: labelSchema,
  meaning: unitStatusMeaningSchema,
  availabilityClass: availabilityClassSchema,
  /** Time in this status after which the board warns and alerts; null: never. */
  warnAfterMs: z.number().int().positive().nullable(),
  alertAfterMs: z.number().int().positive().nullable(),
});
export type UnitStatusDefinition = z.infer<typeof unitStatusDefinitionSchema>;

export const stationSchema = z.strictObject({
  code: codeSchema,
  name: z.string().min(1),
  agencyCode: codeSchema,
  lngLat: lngLatSchema,
  source: sourceSchema,
});
export type Station = z.infer<typeof stationSchema>;

export const unitDefinitionSchema = z.strictObject({
  /** The call sign is also the unit's id. */
  callSign: z.string().regex(/^[A-Z0-9]{2,6}-[A-Z0-9]{1,6}$/, 'expected a call sign like DMK-01'),
  agencyCode: codeSchema,
  stationCode: codeSchema,
  kind: z.enum([
    'fire_engine',
    'water_tanker',
    'rescue',
    'ambulance',
    'patrol_car',
    'motorcycle',
    'truck',
    'boat',
    'utility',
    'command',
  ]),
  crew: z.number().int().positive(),
  /** Status at first start. */
  initialStatusCode: z.string(),
});
export type UnitDefinition = z.infer<typeof unitDefinitionSchema>;

export const complaintCategorySchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: labelSchema,
  agencyCode: codeSchema,
  slaCode: codeSchema,
  /** Which classification a complaint of this category gets when its sender gave none. */
  defaultClass: complaintClassSchema,
  source: sourceSchema,
});
export type ComplaintCategory = z.infer<typeof complaintCategorySchema>;

export const slaRuleSchema = z.strictObject({
  code: codeSchema,
  label: labelSchema,
  firstResponseDays: z.number().positive(),
  resolutionDays: z.number().positive(),
  /** `working` skips Saturdays, Sundays and the pack's holidays. */
  calendar: z.enum(['calendar', 'working']),
  source: sourceSchema,
});
export type SlaRule = z.infer<typeof slaRuleSchema>;

export const slaTableSchema = z.strictObject({
  rules: z.array(slaRuleSchema).min(1),
  /** Which decrees the holidays are from, and which of them are still missing. */
  holidaySource: sourceSchema.optional(),
  /** WIB calendar days, `YYYY-MM-DD`. */
  holidays: z.array(z.strictObject({ day: z.iso.date(), name: z.string().min(1) })),
});
export type SlaTable = z.infer<typeof slaTableSchema>;

export const landmarkSchema = z.strictObject({
  name: z.string().min(1),
  category: z.string().min(1),
  lngLat: lngLatSchema,
  /** Present where the position is an estimate. */
  approximateMeters: z.number().positive().optional(),
});
export type Landmark = z.infer<typeof landmarkSchema>;

export const roadSchema = z.strictObject({
  name: z.string().min(1),
  class: z.enum(['tol', 'arteri', 'kolektor', 'rel']),
  coordinates: z.array(lngLatSchema).min(2),
});
export type Road = z.infer<typeof roadSchema>;

/** Of a display: where it hangs decides who walks past it, and that decides what it may tell. */
export const displayClassSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9_-]{0,31}$/, 'expected lower-case letters, digits and dashes'),
  label: labelSchema,
  /**
   * What it shows of an incident of a sensitive category: `dimmed`, that there is one in a kelurahan and of
   * which priority; `hidden`, nothing.
   */
  sensitive: z.enum(['dimmed', 'hidden']),
  source: sourceSchema,
});
export type DisplayClass = z.infer<typeof displayClassSchema>;

/** What the city has decided about who is told what. */
export const privacySchema = z.strictObject({ displayClasses: z.array(displayClassSchema).min(1) });
export type Privacy = z.infer<typeof privacySchema>;

/** The class that the walls of the room's own machines are of; every pack has it. */
export const ROOM_DISPLAY_CLASS = 'room';

const ringSchema = z.array(lngLatSchema).min(4);
const polygonGeometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ringSchema).min(1) }),
  z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(ringSchema).min(1)).min(1),
  }),
]);

/** GeoJSON areas: `properties.code` names the kelurahan or kecamatan. */
export const areaCollectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ code: z.string(), name: z.string() }),
      geometry: polygonGeometrySchema,
    }),
  ),
});
export type AreaCollection = z.infer<typeof areaCollectionSchema>;

/** GeoJSON land without properties that matter: the coast of the city, and a coarse one of the region around. */
export const landCollectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({}).nullable(),
      geometry: polygonGeometrySchema,
    }),
  ),
});
export type LandCollection = z.infer<typeof landCollectionSchema>;

/** File name → schema. Every file is required; an empty list is allowed where a city has nothing. */
export const cityPackFiles = {
  'city.json': citySchema,
  'kecamatan.json': z.array(kecamatanSchema).min(1),
  'kelurahan.json': z.array(kelurahanSchema).min(1),
  'agencies.json': z.array(agencySchema).min(1),
  'incident-categories.json': z.array(incidentCategorySchema).min(1),
  'priorities.json': z.array(priorityDefinitionSchema).length(4),
  'unit-statuses.json': z.array(unitStatusDefinitionSchema).min(1),
  'stations.json': z.array(stationSchema),
  'units.json': z.array(unitDefinitionSchema),
  'complaint-categories.json': z.array(complaintCategorySchema).min(1),
  'sla.json': slaTableSchema,
  'privacy.json': privacySchema,
  'landmarks.json': z.array(landmarkSchema),
  'roads.json': z.array(roadSchema),
  'kelurahan.geojson': areaCollectionSchema,
  'kecamatan.geojson': areaCollectionSchema,
  'land.geojson': landCollectionSchema,
  'region-land.geojson': landCollectionSchema,
} as const;

export const cityPackSchema = z.object({
  city: citySchema,
  kecamatan: z.array(kecamatanSchema),
  kelurahan: z.array(kelurahanSchema),
  agencies: z.array(agencySchema),
  incidentCategories: z.array(incidentCategorySchema),
  priorities: z.array(priorityDefinitionSchema),
  unitStatuses: z.array(unitStatusDefinitionSchema),
  stations: z.array(stationSchema),
  units: z.array(unitDefinitionSchema),
  complaintCategories: z.array(complaintCategorySchema),
  sla: slaTableSchema,
  privacy: privacySchema,
  landmarks: z.array(landmarkSchema),
  roads: z.array(roadSchema),
  kelurahanAreas: areaCollectionSchema,
  kecamatanAreas: areaCollectionSchema,
  land: landCollectionSchema,
  regionLand: landCollectionSchema,
});
/** A whole, validated pack, as served to clients at `GET /api/v1/city`. */
export type CityPack = z.infer<typeof cityPackSchema>;

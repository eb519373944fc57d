import type { LngLat } from '@shared/domain/lng-lat';
import { z } from 'zod';

/** Polygons → rings → positions; the first ring of a polygon is its outside. */
export type Polygons = LngLat[][][];

export interface SourceFeature {
  /** Place in the file, from 1. */
  nth: number;
  properties: Readonly<Record<string, unknown>>;
  /** Empty where the feature has no area. */
  polygons: Polygons;
}

const positionSchema = z.array(z.number()).min(2);
const polygonSchema = z.array(z.array(positionSchema));
interface Geometry {
  type: string;
  coordinates?: unknown;
  geometries?: Geometry[] | undefined;
}
const geometrySchema: z.ZodType<Geometry> = z.object({
  type: z.string(),
  coordinates: z.unknown().optional(),
  get geometries() {
    return z.array(geometrySchema).optional();
  },
});
const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(
    z.object({
      properties: z.record(z.string(), z.unknown()).nullish(),
      geometry: geometrySchema.nullish(),
    }),
  ),
});

/** Longitude and latitude under another name: their differences are below a metre. */
const GEOGRAPHIC = /(CRS84|EPSG:+(4326|4979|4755|9470))$/i;

/** The features of a GeoJSON text, heights left out. @returns what makes it unusable, if anything does */
export function readGeoJson(text: string): { features: SourceFeature[]; problems: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return unusable(`it is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const parsed = collectionSchema.safeParse(json);
  if (!parsed.success) {
    const where = z.core.toDotPath(parsed.error.issues[0]?.path ?? []);
    return unusable(
      `it is not a GeoJSON FeatureCollection${where === '' ? '' : ` (see ${where})`}`,
    );
  }
  const { features: raw, crs } = parsed.data;
  if (raw.length === 0) return unusable('it holds no features');
  const problems: string[] = [];
  const crsName = crs?.properties.name ?? 'CRS84';
  if (!GEOGRAPHIC.test(crsName)) problems.push(`its coordinates are in ${crsName}. ${EXPORT_AS}`);

  const features = raw.map(({ properties, geometry }, index) => {
    const read = polygonsOf(geometry ?? null);
    if (read === null) problems.push(`feature ${index + 1}: its coordinates cannot be read`);
    return { nth: index + 1, properties: properties ?? {}, polygons: read ?? [] };
  });
  const stray = features
    .flatMap(({ polygons }) => polygons)
    .flat(2)
    .find(([lng, lat]) => Math.abs(lng) > 180 || Math.abs(lat) > 90);
  if (stray !== undefined) problems.push(describeStray(stray));
  return { features, problems };
}

const EXPORT_AS = 'Export it again in WGS 84 (EPSG:4326), longitude first.';

const unusable = (problem: string) => ({ features: [], problems: [problem] });

function describeStray([lng, lat]: LngLat): string {
  const isSwapped = Math.abs(lng) <= 90 && Math.abs(lat) <= 180;
  return isSwapped
    ? `latitude comes before longitude (${lng}, ${lat}). ${EXPORT_AS}`
    : `coordinates like ${lng}, ${lat} are not degrees: the file is projected. ${EXPORT_AS}`;
}

/** @returns null where they should be polygons and are not */
function polygonsOf(geometry: Geometry | null): Polygons | null {
  switch (geometry?.type) {
    case 'Polygon': {
      const parsed = polygonSchema.safeParse(geometry.coordinates);
      return parsed.success ? [flat(parsed.data)] : null;
    }
    case 'MultiPolygon': {
      const parsed = z.array(polygonSchema).safeParse(geometry.coordinates);
      return parsed.success ? parsed.data.map(flat) : null;
    }
    case 'GeometryCollection': {
      const parts = (geometry.geometries ?? []).map(polygonsOf);
      return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
    }
    default:
      return [];
  }
}

/** Without heights and whatever else stands behind them. */
const flat = (rings: number[][][]): LngLat[][] =>
  rings.map((ring) => ring.map(([lng = Number.NaN, lat = Number.NaN]) => [lng, lat]));

import { readFile } from 'node:fs/promises';

import { UsageError } from '../usage-error';

/** A feature as it stands in a file: nothing of it has been checked but that it is an object. */
export interface RawFeature {
  index: number;
  featureId: string | null;
  properties: Readonly<Record<string, unknown>>;
  geometry: unknown;
}

const TO_WGS84 = 'ogr2ogr -t_srs EPSG:4326 new.geojson old.geojson';
/** Longitude and latitude in degrees, by the names that exporters give it. */
const WGS84_NAMES = /^(urn:ogc:def:crs:)?(OGC:?:?(1\.3)?:?CRS84|EPSG:?:?4326)$/i;

/**
 * The features of a GeoJSON file.
 * @throws UsageError for a file that is something else, saying what to do with it
 */
export async function readGeoJson(path: string): Promise<RawFeature[]> {
  const json = await readJson(path);
  if (!isObject(json))
    throw new UsageError(`${path} is not GeoJSON: it holds no object. Nothing was changed.`);
  refuseOtherFormats(path, json);
  refuseOtherCrs(path, json['crs']);
  return featuresOf(path, json).map((feature, index) => {
    const { id, properties, geometry } = isObject(feature) ? feature : {};
    return {
      index,
      featureId: typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 120) : null,
      properties: isObject(properties) ? properties : {},
      geometry,
    };
  });
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${messageOf(error)}). Nothing was changed.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const hint = /\bNaN\b|\bInfinity\b/.test(text)
      ? ' It holds NaN or Infinity, which JSON has no word for: export it again with empty values instead.'
      : ' Export it again as GeoJSON (RFC 7946), UTF-8; a shapefile becomes one with: ogr2ogr new.geojson old.shp';
    throw new UsageError(`${path} is not JSON (${messageOf(error)}).${hint} Nothing was changed.`);
  }
}

function featuresOf(path: string, json: Record<string, unknown>): unknown[] {
  if (json['type'] === 'FeatureCollection' && Array.isArray(json['features']))
    return json['features'];
  if (json['type'] === 'Feature') return [json];
  throw new UsageError(
    `${path} is not a GeoJSON feature collection (its "type" is ${JSON.stringify(json['type'])}). Nothing was changed.`,
  );
}

function refuseOtherFormats(path: string, json: Record<string, unknown>): void {
  const format =
    json['type'] === 'Topology'
      ? 'TopoJSON'
      : 'geometryType' in json || 'spatialReference' in json
        ? 'Esri JSON'
        : null;
  if (format !== null)
    throw new UsageError(
      `${path} is ${format}, not GeoJSON. Convert it: ogr2ogr -f GeoJSON new.geojson old.json. Nothing was changed.`,
    );
}

function refuseOtherCrs(path: string, crs: unknown): void {
  const properties = isObject(crs) ? crs['properties'] : undefined;
  const name = isObject(properties) ? properties['name'] : undefined;
  if (typeof name !== 'string' || WGS84_NAMES.test(name.trim())) return;
  throw new UsageError(
    `${path} is in the reference system ${name}; positions must be longitude and latitude (WGS 84). Convert it: ${TO_WGS84}. Nothing was changed.`,
  );
}

/** What a person is told whose coordinates are metres of a projection. */
export function projectedCoordinates(path: string): UsageError {
  return new UsageError(
    `${path} has coordinates in metres (UTM or another projection); positions must be longitude and latitude (WGS 84). Convert it: ${TO_WGS84} (add -s_srs EPSG:32748 where the file does not say that it is UTM zone 48S). Nothing was changed.`,
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

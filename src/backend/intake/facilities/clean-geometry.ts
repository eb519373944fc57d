import { type FacilityGeometry, facilityGeometrySchema } from '@shared/domain/facility';
import type { LngLat } from '@shared/domain/lng-lat';

import { isObject } from './read-geojson';

export type CleanGeometry =
  | { kind: 'good'; geometries: FacilityGeometry[] }
  | { kind: 'bad'; reason: string };

/** `[west, south, east, north]`: what counts as on the map. */
export type MapBounds = readonly [number, number, number, number];

/** A centimetre: what is finer is noise of the exporter's. */
const DECIMALS = 1e7;

/**
 * A feature's geometry as the product keeps it: two dimensions, closed rings, nothing empty. Several points
 * in one feature become several geometries; ArcGIS writes single points that way.
 */
export function cleanGeometry(raw: unknown, bounds: MapBounds): CleanGeometry {
  if (!isObject(raw)) return bad('it has no geometry');
  const { type, coordinates } = raw;
  if (typeof type !== 'string' || !isKnown(type))
    return bad(`its geometry is a ${String(type)}, which cannot be drawn; split it`);
  const positions = positionsIn(coordinates);
  if (positions.length === 0) return bad('its geometry is empty');
  const points = positions.map(lngLatOf);
  if (points.includes(null)) return bad('a coordinate is not a number');
  const stray = points.find((point) => point !== null && !isOn(bounds, point));
  if (stray != null) return bad(offMap(stray, bounds));
  const parsed = BUILD[type](coordinates).map((geometry) =>
    facilityGeometrySchema.safeParse(geometry),
  );
  const geometries = parsed.flatMap(({ data }) => data ?? []);
  return geometries.length === 0 || geometries.length < parsed.length
    ? bad(`its ${type} is broken: too few or too deeply nested positions`)
    : { kind: 'good', geometries };
}

const OFF_MAP = 'off the map';

/** Whether a reason says that the position is wrong, not the geometry. */
export const isOffMapReason = (reason: string): boolean => reason.startsWith(OFF_MAP);

function offMap([lng, lat]: LngLat, bounds: MapBounds): string {
  const words = `${OFF_MAP}, at [${String(lng)}, ${String(lat)}]`;
  return isOn(bounds, [lat, lng])
    ? `${words}: longitude and latitude are the wrong way round`
    : words;
}

const bad = (reason: string): CleanGeometry => ({ kind: 'bad', reason });

type KnownType = FacilityGeometry['type'] | 'MultiPoint';

const BUILD: Record<KnownType, (coordinates: unknown) => unknown[]> = {
  Point: (point) => [{ type: 'Point', coordinates: rounded(point) }],
  MultiPoint: (points) =>
    listOf(points).map((point) => ({ type: 'Point', coordinates: rounded(point) })),
  LineString: (line) => [{ type: 'LineString', coordinates: cleanLine(line) }],
  MultiLineString: (lines) => [
    { type: 'MultiLineString', coordinates: listOf(lines).map(cleanLine).filter(isNotEmpty) },
  ],
  Polygon: (rings) => [
    { type: 'Polygon', coordinates: listOf(rings).map(cleanRing).filter(isNotEmpty) },
  ],
  MultiPolygon: (polygons) => [
    {
      type: 'MultiPolygon',
      coordinates: listOf(polygons)
        .map((rings) => listOf(rings).map(cleanRing).filter(isNotEmpty))
        .filter(isNotEmpty),
    },
  ],
};

const isKnown = (type: string): type is KnownType => Object.hasOwn(BUILD, type);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isNotEmpty = (list: unknown[]): boolean => list.length > 0;

/** Every position in nested coordinates, at whatever depth. */
export function positionsIn(coordinates: unknown): unknown[][] {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return [];
  return coordinates.some(Array.isArray) ? coordinates.flatMap(positionsIn) : [coordinates];
}

function lngLatOf([lng, lat]: unknown[]): LngLat | null {
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
}

/** Height and measure go. */
function rounded(position: unknown): unknown {
  const point = Array.isArray(position) ? lngLatOf(position) : null;
  return point?.map((value) => Math.round(value * DECIMALS) / DECIMALS) ?? position;
}

/** Positions met twice in a row are one. */
function cleanLine(line: unknown): unknown[] {
  return listOf(line)
    .map(rounded)
    .filter((point, index, all) => String(point) !== String(all[index - 1]));
}

function cleanRing(ring: unknown): unknown[] {
  const line = cleanLine(ring);
  return String(line[0]) === String(line.at(-1)) ? line : [...line, line[0]];
}

function isOn([west, south, east, north]: MapBounds, [lng, lat]: LngLat): boolean {
  return west <= lng && lng <= east && south <= lat && lat <= north;
}

import type { LngLat } from '@shared/domain/lng-lat';

import { type MetersPerDegree, metersPerDegree } from '../../areas/ground-meters';
import type { Polygons } from './read-geojson';

/**
 * Polygons as GeoJSON wants them: the largest ring outside and counter-clockwise, holes clockwise, closed,
 * without repeated positions. Rings without an area are left out.
 */
export function cleanPolygons(polygons: Polygons): Polygons {
  return polygons.flatMap((rings) => {
    const [outside, ...holes] = rings
      .map(cleanRing)
      .filter((ring) => ring.length >= 4 && signedDegrees(ring) !== 0)
      .sort((a, b) => Math.abs(signedDegrees(b)) - Math.abs(signedDegrees(a)));
    if (outside === undefined) return [];
    return [[turned(outside, 1), ...holes.map((hole) => turned(hole, -1))]];
  });
}

/**
 * Area over the ground in square metres, holes taken off.
 * @param meters of a degree; areas that are added or compared want the same
 */
export function areaM2(polygons: Polygons, meters: MetersPerDegree): number {
  const areaOf = (ring: readonly LngLat[]): number =>
    Math.abs(signedDegrees(ring)) * meters.lng * meters.lat;
  return polygons.reduce(
    (sum, [outside = [], ...holes]) =>
      sum + areaOf(outside) - holes.reduce((inner, hole) => inner + areaOf(hole), 0),
    0,
  );
}

/** Of a ring, whichever way round. */
export function ringAreaM2(ring: readonly LngLat[]): number {
  return areaM2([[[...ring]]], metersPerDegree(ring[0]?.[1] ?? 0));
}

/** Of a ring, in metres. */
export function perimeterM(ring: readonly LngLat[]): number {
  const meters = metersPerDegree(ring[0]?.[1] ?? 0);
  return ring.slice(1).reduce((sum, [lng, lat], index) => {
    const [fromLng, fromLat] = ring[index] ?? [lng, lat];
    return sum + Math.hypot((lng - fromLng) * meters.lng, (lat - fromLat) * meters.lat);
  }, 0);
}

function cleanRing(ring: readonly LngLat[]): LngLat[] {
  const open = ring.filter(([lng, lat], index) => {
    const [beforeLng, beforeLat] = ring[index - 1] ?? [Number.NaN, Number.NaN];
    return lng !== beforeLng || lat !== beforeLat;
  });
  const [first, last] = [open[0], open.at(-1)];
  if (first === undefined || last === undefined) return [];
  return first[0] === last[0] && first[1] === last[1] ? open : [...open, first];
}

function turned(ring: LngLat[], sign: 1 | -1): LngLat[] {
  return Math.sign(signedDegrees(ring)) === sign ? ring : ring.toReversed();
}

/** In square degrees, positive counter-clockwise; taken from the first position, so that digits are not lost. */
function signedDegrees(ring: readonly LngLat[]): number {
  const [originLng, originLat] = ring[0] ?? [0, 0];
  let twice = 0;
  let [beforeLng, beforeLat] = [0, 0];
  for (const position of ring) {
    const [lng, lat] = [position[0] - originLng, position[1] - originLat];
    twice += beforeLng * lat - lng * beforeLat;
    [beforeLng, beforeLat] = [lng, lat];
  }
  return twice / 2;
}

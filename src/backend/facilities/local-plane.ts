import type { LngLat } from '@shared/domain/lng-lat';

/** A point of the plane, in metres east and north of its origin. */
export type Point = readonly [x: number, y: number];

/** A flat map of a city: metres on the ellipsoid, true to 0.1 % within 100 km of its origin near the equator. */
export interface LocalPlane {
  toPlane: (lngLat: LngLat) => Point;
}

const EQUATOR_RADIUS_METERS = 6_378_137;
const FLATTENING = 1 / 298.257_223_563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

/** @source WGS 84: radii of curvature of the meridian and of the prime vertical at the origin's latitude */
export function createLocalPlane([originLng, originLat]: LngLat): LocalPlane {
  const latitude = radians(originLat);
  const w = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2;
  const metersPerLng = radians(1) * (EQUATOR_RADIUS_METERS / Math.sqrt(w)) * Math.cos(latitude);
  const metersPerLat =
    radians(1) * ((EQUATOR_RADIUS_METERS * (1 - ECCENTRICITY_SQUARED)) / w ** 1.5);
  return {
    toPlane: ([lng, lat]) => [(lng - originLng) * metersPerLng, (lat - originLat) * metersPerLat],
  };
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

import type { LngLat } from '@shared/domain/lng-lat';

export interface MetersPerDegree {
  lng: number;
  lat: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Lengths of a degree on the WGS 84 ellipsoid at a latitude, as series of its cosines.
 * @source 47 CFR § 73.208(c)(2), US Federal Communications Commission
 */
export function metersPerDegree(latDeg: number): MetersPerDegree {
  const lat = radians(latDeg);
  return {
    lng: 111_415.13 * Math.cos(lat) - 94.55 * Math.cos(3 * lat) + 0.12 * Math.cos(5 * lat),
    lat: 111_132.09 - 566.05 * Math.cos(2 * lat) + 1.2 * Math.cos(4 * lat),
  };
}

/** Distance over the ground in metres, by the degree's lengths half-way: good to 0.1 % up to 475 km. */
export function groundMeters(a: LngLat, b: LngLat): number {
  const meters = metersPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((b[0] - a[0]) * meters.lng, (b[1] - a[1]) * meters.lat);
}

import type { LngLat } from '@shared/domain/lng-lat';

/** A point in metres east and north of an origin; exact enough over one city. */
export type Point = readonly [x: number, y: number];

export interface Plane {
  toPoint(lngLat: LngLat): Point;
  toLngLat(point: Point): LngLat;
}

const METERS_PER_DEGREE = 111_195;

/** Equirectangular around `origin`: below 0.1 % off within 20 km of it at this latitude. */
export function createPlane(origin: LngLat): Plane {
  const metersPerLng = METERS_PER_DEGREE * Math.cos((origin[1] * Math.PI) / 180);
  return {
    toPoint: ([lng, lat]) => [
      (lng - origin[0]) * metersPerLng,
      (lat - origin[1]) * METERS_PER_DEGREE,
    ],
    toLngLat: ([x, y]) => [origin[0] + x / metersPerLng, origin[1] + y / METERS_PER_DEGREE],
  };
}

export const gap = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

export const along = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** The point of segment a–b nearest to p: its share of the way from a to b, and its distance from p. */
export function nearestOnSegment(
  p: Point,
  a: Point,
  b: Point,
): { share: number; distance: number } {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  const raw = length2 === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2;
  const share = Math.min(1, Math.max(0, raw));
  return { share, distance: gap(p, along(a, b, share)) };
}

/** Where two segments cross, as the share of the way along the first; null where they do not. */
export function crossing(a: Point, b: Point, c: Point, d: Point): number | null {
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : null;
}

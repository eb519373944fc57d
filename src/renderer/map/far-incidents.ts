import type { City } from '@shared/domain/city-pack';
import { bearingDegrees, distanceMeters, type LngLat } from '@shared/domain/lng-lat';

import type { PlacedIncident } from './features-of-incidents';

/** Beyond this the automatic view would lose the city. */
export const NEAR_METERS = 60_000;

export const COMPASS_POINTS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type CompassPoint = (typeof COMPASS_POINTS)[number];

/** Open incidents that the automatic view leaves out. */
export interface FarIncidents {
  positions: LngLat[];
  /** From the city's centre to the middle of them. */
  distanceMeters: number;
  direction: CompassPoint;
}

/** @returns null when all are near */
export function farIncidents(
  city: City,
  incidents: readonly PlacedIncident[],
): FarIncidents | null {
  const positions = incidents
    .map(({ lngLat }) => lngLat)
    .filter((lngLat) => !isNearCity(city, lngLat));
  if (positions.length === 0) return null;
  const middle: LngLat = [
    mean(positions.map(([lng]) => lng)),
    mean(positions.map(([, lat]) => lat)),
  ];
  const octant = Math.round(bearingDegrees(city.center, middle) / 45) % COMPASS_POINTS.length;
  return {
    positions,
    distanceMeters: distanceMeters(city.center, middle),
    direction: COMPASS_POINTS[octant] ?? 'n',
  };
}

/** Within `NEAR_METERS` of the city's bounds. */
export function isNearCity(city: City, [lng, lat]: LngLat): boolean {
  const [west, south, east, north] = city.bounds;
  const nearest: LngLat = [
    Math.min(east, Math.max(west, lng)),
    Math.min(north, Math.max(south, lat)),
  ];
  return distanceMeters([lng, lat], nearest) <= NEAR_METERS;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

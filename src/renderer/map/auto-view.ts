import type { City } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';

import { isNearCity } from './far-incidents';
import type { PlacedIncident } from './features-of-incidents';

export type Bounds = [west: number, south: number, east: number, north: number];

/** What the automatic view shows: the city and the open incidents near it. */
export function automaticBounds(city: City, incidents: readonly PlacedIncident[]): Bounds {
  const near = incidents.map(({ lngLat }) => lngLat).filter((lngLat) => isNearCity(city, lngLat));
  return boundsOf(near, city.bounds);
}

/** The smallest box around the points (and around `start`, if given). */
export function boundsOf(points: readonly LngLat[], start?: Bounds): Bounds {
  return points.reduce<Bounds>(
    ([west, south, east, north], [lng, lat]) => [
      Math.min(west, lng),
      Math.min(south, lat),
      Math.max(east, lng),
      Math.max(north, lat),
    ],
    start ?? [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ],
  );
}

/** Equal as long as the *set* of open incidents is: the only thing that makes the automatic view refit. */
export function openSetKey(incidents: readonly PlacedIncident[]): string {
  return incidents
    .map(({ id }) => id)
    .sort()
    .join(' ');
}

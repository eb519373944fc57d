import type { Landmark } from '@shared/domain/city-pack';
import { bearingDegrees, distanceMeters, type LngLat } from '@shared/domain/lng-lat';

/** Eight winds, clockwise from north. */
const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Wind = (typeof WINDS)[number];

export interface LandmarkWords {
  name: string;
  distanceMeters: number;
  /** Where the place lies as seen from the landmark. */
  direction: Wind;
  /** True where the landmark's own position is an estimate. */
  isApproximate: boolean;
}

/** Further away a landmark explains nothing any more. */
const MAX_DISTANCE_METERS = 5_000;

/** The landmark nearest to a place, or null where none is within 5 km. */
export function nearestLandmark(
  place: LngLat,
  landmarks: readonly Landmark[],
): LandmarkWords | null {
  let nearest: { landmark: Landmark; distance: number } | null = null;
  for (const landmark of landmarks) {
    const distance = distanceMeters(landmark.lngLat, place);
    if (distance <= MAX_DISTANCE_METERS && (nearest === null || distance < nearest.distance)) {
      nearest = { landmark, distance };
    }
  }
  if (nearest === null) return null;
  return {
    name: nearest.landmark.name,
    distanceMeters: nearest.distance,
    direction: windOf(bearingDegrees(nearest.landmark.lngLat, place)),
    isApproximate: nearest.landmark.approximateMeters !== undefined,
  };
}

/** The wind nearest to a bearing in degrees clockwise from north. */
export function windOf(bearing: number): Wind {
  return WINDS[Math.round(bearing / 45) % WINDS.length] ?? 'n';
}

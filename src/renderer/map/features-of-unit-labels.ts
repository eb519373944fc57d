import type { AvailabilityClass } from '@shared/domain/unit-status';
import type { Point } from 'geojson';

import type { Bounds } from './auto-view';
import type { MapFeature } from './feature-diff';
import type { UnitMark } from './features-of-units';

/** More names than this cannot be read, and placing them takes longer than moving the units. */
export const MAX_UNIT_LABELS = 150;

export interface UnitLabelProperties {
  name: string;
  class: AvailabilityClass;
  /** The lower, the earlier placed. */
  rank: number;
}

const RANK = {
  committed: 1,
  conditional: 2,
  available: 3,
  unavailable: 4,
} as const satisfies Record<AvailabilityClass, number>;

/**
 * Call signs of the units in view. Where there are too many, or where only those are wanted, only units
 * that are on an incident or in danger are named.
 */
export function unitLabelFeatures(
  marks: Iterable<UnitMark>,
  [west, south, east, north]: Bounds,
  wanted: 'all' | 'busy',
): MapFeature<UnitLabelProperties, Point>[] {
  const inView = [...marks].filter(
    ({ lngLat: [lng, lat] }) => lng >= west && lng <= east && lat >= south && lat <= north,
  );
  const named =
    wanted === 'all' && inView.length <= MAX_UNIT_LABELS
      ? inView
      : inView.filter((mark) => rankOf(mark) <= RANK.committed);
  return named
    .sort((a, b) => rankOf(a) - rankOf(b) || a.id - b.id)
    .slice(0, MAX_UNIT_LABELS)
    .map((mark) => ({
      type: 'Feature',
      id: mark.id,
      geometry: { type: 'Point', coordinates: mark.lngLat },
      properties: {
        name: mark.icon.isSos ? `SOS · ${mark.unitId}` : mark.unitId,
        class: mark.icon.availability,
        rank: rankOf(mark),
      },
    }));
}

function rankOf({ icon }: UnitMark): number {
  return icon.isSos ? 0 : RANK[icon.availability];
}

import type { LngLat } from '@shared/domain/lng-lat';

import type { Polygons } from './read-geojson';
import { ringAreaM2 } from './rings';

const ROWS = 9;

/** A point well inside the largest of some polygons: the middle of the longest of a few level lines across it. */
export function interiorPoint(polygons: Polygons): LngLat {
  const largest = polygons.reduce<LngLat[][]>(
    (best, next) => (ringAreaM2(next[0] ?? []) > ringAreaM2(best[0] ?? []) ? next : best),
    [],
  );
  const lats = largest.flat().map(([, lat]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  let best = { width: 0, point: largest[0]?.[0] ?? ([0, 0] satisfies LngLat) };
  for (let row = 1; row <= ROWS; row += 1) {
    const lat = south + ((north - south) * row) / (ROWS + 1);
    const crossings = largest.flatMap((ring) => crossingsOf(ring, lat)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [west = 0, east = 0] = crossings.slice(index, index + 2);
      if (east - west > best.width) best = { width: east - west, point: [(west + east) / 2, lat] };
    }
  }
  return [rounded(best.point[0]), rounded(best.point[1])];
}

/** Longitudes at which a ring crosses a parallel. */
function crossingsOf(ring: readonly LngLat[], lat: number): number[] {
  return ring.slice(1).flatMap(([lng, endLat], index) => {
    const [startLng, startLat] = ring[index] ?? [lng, endLat];
    if (startLat > lat === endLat > lat) return [];
    return [startLng + ((lat - startLat) / (endLat - startLat)) * (lng - startLng)];
  });
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

import type { LngLat } from '@shared/domain/lng-lat';

type Ring = readonly LngLat[];

/**
 * A point well inside a polygon, for its label: the grid point farthest from every edge.
 * @param rings outer ring and holes, closed
 * @param cells grid cells along each side; 24 is within about 4 % of the best point
 */
export function labelPoint(rings: readonly Ring[], cells = 24): LngLat {
  const outer = rings[0] ?? [];
  const lngs = outer.map(([lng]) => lng);
  const lats = outer.map(([, lat]) => lat);
  const [west, east, south, north] = [
    Math.min(...lngs),
    Math.max(...lngs),
    Math.min(...lats),
    Math.max(...lats),
  ];
  let best: LngLat = [(west + east) / 2, (south + north) / 2];
  let bestDistance = Number.NEGATIVE_INFINITY;
  for (let column = 0; column <= cells; column += 1) {
    for (let row = 0; row <= cells; row += 1) {
      const point: LngLat = [
        west + ((east - west) * column) / cells,
        south + ((north - south) * row) / cells,
      ];
      const distance = isInside(point, rings) ? distanceToEdges(point, rings) : -1;
      if (distance > bestDistance) {
        best = point;
        bestDistance = distance;
      }
    }
  }
  return best;
}

/** Even-odd rule, so holes count as outside. */
export function isInside([lng, lat]: LngLat, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    eachEdge(ring, ([lngA, latA], [lngB, latB]) => {
      if (latA > lat !== latB > lat && lng < ((lngB - lngA) * (lat - latA)) / (latB - latA) + lngA)
        inside = !inside;
    });
  }
  return inside;
}

/** In degrees, good enough to compare points of one city near the equator. */
function distanceToEdges([lng, lat]: LngLat, rings: readonly Ring[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    eachEdge(ring, ([lngA, latA], [lngB, latB]) => {
      const [dLng, dLat] = [lngB - lngA, latB - latA];
      const length = dLng * dLng + dLat * dLat;
      const along = length === 0 ? 0 : ((lng - lngA) * dLng + (lat - latA) * dLat) / length;
      const t = Math.max(0, Math.min(1, along));
      nearest = Math.min(nearest, Math.hypot(lng - lngA - t * dLng, lat - latA - t * dLat));
    });
  }
  return nearest;
}

function eachEdge(ring: Ring, visit: (from: LngLat, to: LngLat) => void): void {
  for (let index = 1; index < ring.length; index += 1) {
    const [from, to] = [ring[index - 1], ring[index]];
    if (from !== undefined && to !== undefined) visit(from, to);
  }
}

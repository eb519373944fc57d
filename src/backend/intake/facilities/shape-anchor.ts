import type { FacilityGeometry } from '@shared/domain/facility';
import type { LngLat } from '@shared/domain/lng-lat';

/** Where the icon of a shape stands: a point itself, the middle of a line, inside of an area. */
export function anchorOf(geometry: FacilityGeometry): LngLat {
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'LineString':
      return middleOf(geometry.coordinates);
    case 'MultiLineString':
      return middleOf(longest(geometry.coordinates));
    case 'Polygon':
      return insideOf(geometry.coordinates);
    case 'MultiPolygon':
      return insideOf(
        geometry.coordinates.reduce((best, rings) =>
          areaOf(rings[0] ?? []) > areaOf(best[0] ?? []) ? rings : best,
        ),
      );
  }
}

const lengthOf = (line: readonly LngLat[]): number =>
  line.reduce((sum, point, i) => sum + stepTo(point, line[i - 1] ?? point), 0);
const stepTo = ([x, y]: LngLat, [px, py]: LngLat): number => Math.hypot(x - px, y - py);
const longest = (lines: readonly (readonly LngLat[])[]): readonly LngLat[] =>
  lines.reduce((best, line) => (lengthOf(line) > lengthOf(best) ? line : best));

function middleOf(line: readonly LngLat[]): LngLat {
  let left = lengthOf(line) / 2;
  let previous = line[0] ?? [0, 0];
  for (const point of line.slice(1)) {
    const step = stepTo(point, previous);
    if (step >= left && step > 0) {
      const share = left / step;
      return [
        previous[0] + share * (point[0] - previous[0]),
        previous[1] + share * (point[1] - previous[1]),
      ];
    }
    left -= step;
    previous = point;
  }
  return previous;
}

function areaOf(ring: readonly LngLat[]): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [px, py] = ring[i - 1] ?? ring.at(-1) ?? [x, y];
    return sum + px * y - x * py;
  }, 0);
  return Math.abs(twice) / 2;
}

/** The middle of the widest stretch inside of the area, at one of several heights: never in a hole or a bay. */
function insideOf(rings: readonly (readonly LngLat[])[]): LngLat {
  const lats = (rings[0] ?? []).map(([, lat]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  let best: { lngLat: LngLat; width: number } = {
    lngLat: rings[0]?.[0] ?? [0, 0],
    width: Number.NEGATIVE_INFINITY,
  };
  for (const share of [0.5, 0.35, 0.65, 0.2, 0.8]) {
    // A hair off, so that a vertex is not hit exactly.
    const lat = south + (north - south) * (share + 1e-6);
    const crossings = rings.flatMap((ring) => crossingsAt(ring, lat)).sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [from, to] = [crossings[i] ?? 0, crossings[i + 1] ?? 0];
      // The middle height is the natural place: another one must be clearly wider.
      if (to - from > best.width * 1.25)
        best = { lngLat: [(from + to) / 2, lat], width: to - from };
    }
  }
  return best.lngLat;
}

function crossingsAt(ring: readonly LngLat[], lat: number): number[] {
  return ring.flatMap(([lng, y], i) => {
    const [previousLng, previousY] = ring[i - 1] ?? ring.at(-1) ?? [lng, y];
    if (previousY > lat === y > lat) return [];
    return [previousLng + ((lat - previousY) / (y - previousY)) * (lng - previousLng)];
  });
}

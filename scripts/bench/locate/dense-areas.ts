import type { AreaCollection } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';

/** How far a side's middle is moved sideways, at most, as a share of the side: small enough that no lines cross. */
const SIDEWAYS = 0.15;

/**
 * Areas with many more corners, as official files have them: every side is halved again and again, and each
 * middle moved a little sideways. How far is drawn from the side itself, so neighbours keep their common
 * border, and the same areas and seed give the same result.
 * @param spacingDegrees length at which sides are halved no more
 */
export function denseAreas(
  areas: AreaCollection,
  spacingDegrees: number,
  seed: number,
): AreaCollection {
  const dense = (ring: readonly LngLat[]): LngLat[] => {
    const [first, ...rest] = ring;
    if (first === undefined) return [];
    let from = first;
    return [
      first,
      ...rest.flatMap((to) => {
        const between = cornersBetween(from, to, spacingDegrees, seed);
        from = to;
        return [...between, to];
      }),
    ];
  };
  return {
    ...areas,
    features: areas.features.map((feature) => {
      const { geometry } = feature;
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      return {
        ...feature,
        geometry: {
          type: 'MultiPolygon' as const,
          coordinates: polygons.map((rings) => rings.map(dense)),
        },
      };
    }),
  };
}

export const countPositions = ({ features }: AreaCollection): number =>
  features.reduce((sum, { geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    return sum + polygons.flat(2).length;
  }, 0);

function cornersBetween(a: LngLat, b: LngLat, spacing: number, seed: number): LngLat[] {
  const isForward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
  const [from, to] = isForward ? [a, b] : [b, a];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  if (Math.hypot(dx, dy) <= spacing) return [];
  const sideways = SIDEWAYS * (shareOf(`${String(seed)} ${String(from)} ${String(to)}`) - 0.5);
  const middle: LngLat = [
    (from[0] + to[0]) / 2 - dy * sideways,
    (from[1] + to[1]) / 2 + dx * sideways,
  ];
  return [
    ...cornersBetween(a, middle, spacing, seed),
    middle,
    ...cornersBetween(middle, b, spacing, seed),
  ];
}

/** In [0, 1), from a text: FNV-1a, then mixed so that near texts differ. */
function shareOf(text: string): number {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296;
}

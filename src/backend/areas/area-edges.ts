import type { AreaCollection } from '@shared/domain/city-pack';

/** Every side of every ring, flat. Side `i` goes from `(x1[i], y1[i])` up to `(x2[i], y2[i])`. */
export interface AreaEdges {
  /** Codes of the areas, ascending; `owner[i]` is the place of side `i`'s area in it. */
  codes: readonly string[];
  owner: Uint32Array;
  x1: Float64Array;
  y1: Float64Array;
  x2: Float64Array;
  y2: Float64Array;
}

/**
 * The sides of areas. Each is turned the same way, lower end first (of level ones the western end), so that
 * two neighbours that share a side compute exactly the same with it.
 */
export function areaEdges({ features }: AreaCollection): AreaEdges {
  const codes = [...new Set(features.map(({ properties }) => properties.code))].sort();
  const sides: number[] = [];
  const owners: number[] = [];
  for (const { properties, geometry } of features) {
    const owner = codes.indexOf(properties.code);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of polygons.flat()) {
      let from = ring.at(-1);
      for (const to of ring) {
        if (from !== undefined && (from[0] !== to[0] || from[1] !== to[1])) {
          const isUp = from[1] < to[1] || (from[1] === to[1] && from[0] < to[0]);
          sides.push(...(isUp ? [...from, ...to] : [...to, ...from]));
          owners.push(owner);
        }
        from = to;
      }
    }
  }
  const column = (offset: number): Float64Array =>
    Float64Array.from(owners, (_, index) => sides[4 * index + offset] ?? 0);
  return {
    codes,
    owner: Uint32Array.from(owners),
    x1: column(0),
    y1: column(1),
    x2: column(2),
    y2: column(3),
  };
}

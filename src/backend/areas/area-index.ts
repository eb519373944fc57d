import type { AreaCollection } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import Flatbush from 'flatbush';
import { orient2d } from 'robust-predicates';

import { areaEdges } from './area-edges';
import { groundMeters, metersPerDegree } from './ground-meters';

/**
 * A file's neighbours may miss each other by centimetres, and a partition's outer border belongs to nobody: a
 * point this close to an area is in it. Far below the error of any position.
 */
export const BORDER_TOLERANCE_METERS = 1;

export interface NearestArea {
  code: string;
  distanceMeters: number;
}

export interface AreaIndex {
  /** Code of the one area that a point is in: on a common border one side's, always the same. Null: in none. */
  find(lngLat: LngLat): string | null;
  /** The area whose border is nearest, wherever the point is. Null where there are no areas. */
  nearest(lngLat: LngLat): NearestArea | null;
  /** Metres from a point to the border of the nearest of these areas, by code; null where none is known. */
  distanceToBorder(lngLat: LngLat, codes: ReadonlySet<string>): number | null;
}

/**
 * Areas made ready for many look-ups: their sides in a flat R-tree. A look-up meets the few sides due east of
 * the point and counts those it would cross, with exact predicates, so neighbours neither share a point nor
 * leave one out.
 */
export function createAreaIndex(areas: AreaCollection): AreaIndex {
  const { codes, owner, x1, y1, x2, y2 } = areaEdges(areas);
  const count = owner.length;
  const at = (values: Float64Array, index: number): number => values[index] ?? 0;
  const middleLat = count === 0 ? 0 : (Math.min(...bounds(y1)) + Math.max(...bounds(y2))) / 2;
  // Boxes in metres, so that the tree's distances are metres; multiplying keeps the order of coordinates.
  const meters = metersPerDegree(middleLat);
  const tree = count === 0 ? null : new Flatbush(count);
  for (let index = 0; index < count; index += 1) {
    tree?.add(
      Math.min(at(x1, index), at(x2, index)) * meters.lng,
      at(y1, index) * meters.lat,
      Math.max(at(x1, index), at(x2, index)) * meters.lng,
      at(y2, index) * meters.lat,
    );
  }
  tree?.finish();
  const easternmost = tree?.maxX ?? 0;

  const isCrossed = (index: number, [lng, lat]: LngLat): boolean => {
    if (at(y1, index) > lat || at(y2, index) <= lat) return false;
    // West of a side that goes up; a point on it counts as east of it, for both its neighbours.
    return orient2d(at(x1, index), at(y1, index), at(x2, index), at(y2, index), lng, lat) < 0;
  };
  const containing = (lngLat: LngLat): string | null => {
    const [x, y] = [lngLat[0] * meters.lng, lngLat[1] * meters.lat];
    const inside = new Set<number>();
    for (const index of tree?.search(x, y, easternmost, y) ?? []) {
      if (!isCrossed(index, lngLat)) continue;
      const area = owner[index] ?? 0;
      if (!inside.delete(area)) inside.add(area);
    }
    // Where a file's areas overlap a little, the lowest code has the point.
    return inside.size === 0 ? null : (codes[Math.min(...inside)] ?? null);
  };

  const metersToSide = (lngLat: LngLat, index: number): number => {
    const side = [at(x1, index), at(y1, index), at(x2, index), at(y2, index)] as const;
    return groundMeters(lngLat, nearestOnSide(lngLat, side));
  };
  const nearestOf = (lngLat: LngLat, sides: Iterable<number>): NearestArea | null => {
    let best: NearestArea | null = null;
    for (const index of sides) {
      const distanceMeters = metersToSide(lngLat, index);
      const code = codes[owner[index] ?? 0] ?? '';
      const isBetter =
        best === null ||
        distanceMeters < best.distanceMeters ||
        (distanceMeters === best.distanceMeters && code < best.code);
      if (isBetter) best = { code, distanceMeters };
    }
    return best;
  };
  const nearest = (lngLat: LngLat): NearestArea | null => {
    if (tree === null) return null;
    const [x, y] = [lngLat[0] * meters.lng, lngLat[1] * meters.lat];
    // The tree orders sides by their boxes: enough of them are taken once the next box is farther than the best side.
    for (let asked = 16; ; asked *= 4) {
      const sides = tree.neighbors(x, y, asked);
      const best = nearestOf(lngLat, sides);
      const last = sides.at(-1);
      const isSure =
        sides.length < asked ||
        (best !== null && last !== undefined && boxMeters(last, x, y) > best.distanceMeters * 1.01);
      if (isSure) return best;
    }
  };
  const boxMeters = (index: number, x: number, y: number): number => {
    const [west, east] = [at(x1, index) * meters.lng, at(x2, index) * meters.lng].sort(ascending);
    const dx = Math.max((west ?? 0) - x, 0, x - (east ?? 0));
    const dy = Math.max(at(y1, index) * meters.lat - y, 0, y - at(y2, index) * meters.lat);
    return Math.hypot(dx, dy);
  };

  return {
    find(lngLat) {
      const code = containing(lngLat);
      if (code !== null || tree === null) return code;
      const [x, y] = [lngLat[0] * meters.lng, lngLat[1] * meters.lat];
      const reach = 2 * BORDER_TOLERANCE_METERS;
      const near = nearestOf(lngLat, tree.search(x - reach, y - reach, x + reach, y + reach));
      return near !== null && near.distanceMeters <= BORDER_TOLERANCE_METERS ? near.code : null;
    },
    nearest,
    distanceToBorder(lngLat, wanted) {
      const sides = Array.from(owner.keys()).filter((index) =>
        wanted.has(codes[owner[index] ?? 0] ?? ''),
      );
      return nearestOf(lngLat, sides)?.distanceMeters ?? null;
    },
  };
}

const ascending = (a: number, b: number): number => a - b;

function bounds(values: Float64Array): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/** The point of a side that is nearest, on the plane that touches the ground at the point. */
function nearestOnSide(
  [lng, lat]: LngLat,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): LngLat {
  const meters = metersPerDegree(lat);
  const [dx, dy] = [(x2 - x1) * meters.lng, (y2 - y1) * meters.lat];
  const along = (lng - x1) * meters.lng * dx + (lat - y1) * meters.lat * dy;
  const share = Math.min(1, Math.max(0, along / (dx * dx + dy * dy)));
  return [x1 + share * (x2 - x1), y1 + share * (y2 - y1)];
}

import type { Facility } from '@shared/domain/facility';
import Flatbush from 'flatbush';

import type { LocalPlane } from '../../facilities/local-plane';
import { distanceToShape, type Shape, shapeOf } from '../../facilities/shape-distance';
import { isSameName } from './same-name';

/** Two of one kind, with names alike, this near to each other are one. */
const SAME_WITHIN_METERS = 30;
/** Without a name nothing but the place tells that two are one: hydrants do stand 20 m apart. */
const NAMELESS_WITHIN_METERS = 2;

export interface Merged {
  kept: Facility[];
  duplicates: { dropped: Facility; of: Facility; distanceMeters: number }[];
}

/**
 * Facilities of one kind, each once. Of two that are one, an area is kept before a line, a line before a
 * point, what has a name before what has none, and else the first.
 */
export function mergeDuplicates(facilities: readonly Facility[], plane: LocalPlane): Merged {
  const ranked = [...facilities].sort((a, b) => worthOf(b) - worthOf(a));
  const shapes = ranked.map(({ geometry }) => shapeOf(geometry, plane));
  const near = nearFinder(shapes);
  const duplicates: Merged['duplicates'] = [];
  const dropped = new Set<number>();
  for (const [index, facility] of ranked.entries()) {
    for (const other of near(index)) {
      // Only what comes before it in worth, and was kept, can stand for it.
      const [kept, shape, own] = [ranked[other], shapes[other], shapes[index]];
      if (other >= index || dropped.has(other) || !kept || !shape || !own) continue;
      const distanceMeters = distanceBetween(facility, own, shape, plane);
      if (!isSame(facility, kept, distanceMeters)) continue;
      dropped.add(index);
      duplicates.push({ dropped: facility, of: kept, distanceMeters });
      break;
    }
  }
  const isKept = new Set(ranked.filter((_, index) => !dropped.has(index)));
  return { kept: facilities.filter((facility) => isKept.has(facility)), duplicates };
}

function isSame(a: Facility, b: Facility, distanceMeters: number): boolean {
  if (a.name === null || b.name === null) return distanceMeters <= NAMELESS_WITHIN_METERS;
  return distanceMeters <= SAME_WITHIN_METERS && isSameName(a.name, b.name);
}

/** From where the one has its icon to the shape of the other: lines that merely touch lie far apart. */
function distanceBetween(facility: Facility, own: Shape, other: Shape, plane: LocalPlane): number {
  const distance = distanceToShape(plane.toPlane(facility.lngLat), other);
  // A short street beside a long one is not the same street.
  const isLine = own.areas.length === 0 && other.areas.length === 0;
  return isLine ? Math.max(distance, farthestPart(own, other)) : distance;
}

const farthestPart = (own: Shape, other: Shape): number =>
  Math.max(...own.lines.flat().map((point) => distanceToShape(point, other)));

const WORTH = { Point: 0, LineString: 2, MultiLineString: 2, Polygon: 4, MultiPolygon: 4 } as const;
const worthOf = ({ geometry, name }: Facility): number =>
  WORTH[geometry.type] + (name === null ? 0 : 1);

function nearFinder(shapes: readonly Shape[]): (index: number) => number[] {
  if (shapes.length === 0) return () => [];
  const tree = new Flatbush(shapes.length);
  for (const { box } of shapes) tree.add(...box);
  tree.finish();
  return (index) => {
    const [minX, minY, maxX, maxY] = shapes[index]?.box ?? [0, 0, 0, 0];
    const reach = SAME_WITHIN_METERS;
    return tree
      .search(minX - reach, minY - reach, maxX + reach, maxY + reach)
      .sort((a, b) => a - b);
  };
}

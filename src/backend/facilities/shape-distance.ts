import type { FacilityGeometry } from '@shared/domain/facility';
import type { LngLat } from '@shared/domain/lng-lat';

import type { LocalPlane, Point } from './local-plane';

/** A facility's shape in the plane: points, open lines, and areas of rings of which the first is the outer one. */
export interface Shape {
  lines: readonly (readonly Point[])[];
  areas: readonly (readonly (readonly Point[])[])[];
  /** `[minX, minY, maxX, maxY]` */
  box: readonly [number, number, number, number];
}

export function shapeOf(geometry: FacilityGeometry, plane: LocalPlane): Shape {
  const line = (coordinates: readonly LngLat[]): Point[] => coordinates.map(plane.toPlane);
  const lines: Point[][] = [];
  const areas: Point[][][] = [];
  switch (geometry.type) {
    case 'Point':
      lines.push(line([geometry.coordinates]));
      break;
    case 'LineString':
      lines.push(line(geometry.coordinates));
      break;
    case 'MultiLineString':
      lines.push(...geometry.coordinates.map(line));
      break;
    case 'Polygon':
      areas.push(geometry.coordinates.map(line));
      break;
    case 'MultiPolygon':
      areas.push(...geometry.coordinates.map((rings) => rings.map(line)));
      break;
  }
  return { lines, areas, box: boxOf([...lines, ...areas.flat()].flat()) };
}

/** Metres from a point to the nearest point of a shape; 0 inside of an area. */
export function distanceToShape(point: Point, { lines, areas }: Shape): number {
  if (areas.some((rings) => isInside(point, rings))) return 0;
  return Math.min(...[...lines, ...areas.flat()].map((line) => distanceToLine(point, line)));
}

/** Metres from a point to a box; never more than to what is in it. */
export function distanceToBox([x, y]: Point, [minX, minY, maxX, maxY]: Shape['box']): number {
  return Math.hypot(Math.max(minX - x, 0, x - maxX), Math.max(minY - y, 0, y - maxY));
}

function distanceToLine(point: Point, line: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  let previous = line[0];
  for (const current of line) {
    nearest = Math.min(nearest, distanceToSegment(point, previous ?? current, current));
    previous = current;
  }
  return nearest;
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const lengthSquared = dx * dx + dy * dy;
  const along = lengthSquared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / lengthSquared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - (ax + share * dx), y - (ay + share * dy));
}

function isInside(point: Point, [outer, ...holes]: readonly (readonly Point[])[]): boolean {
  if (outer === undefined || !isInRing(point, outer)) return false;
  return !holes.some((hole) => isInRing(point, hole));
}

/** Ray casting. */
function isInRing([x, y]: Point, ring: readonly Point[]): boolean {
  let isIn = false;
  let [previousX, previousY] = ring.at(-1) ?? [0, 0];
  for (const [currentX, currentY] of ring) {
    if (currentY > y !== previousY > y) {
      const share = (y - currentY) / (previousY - currentY);
      if (x < currentX + share * (previousX - currentX)) isIn = !isIn;
    }
    [previousX, previousY] = [currentX, currentY];
  }
  return isIn;
}

function boxOf(points: readonly Point[]): Shape['box'] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return [minX, minY, maxX, maxY];
}

import { type Geom, intersection, union } from 'polyclip-ts';

import { type MetersPerDegree, metersPerDegree } from '../../areas/ground-meters';
import type { Polygons } from './read-geojson';
import { areaM2 } from './rings';

/** Neighbours drawn apart overlap by slivers; more than this share of the city is a wrong file. */
export const MAX_OVERLAP_SHARE = 0.005;
const NAMED_PAIRS = 10;
const M2_PER_HECTARE = 10_000;

/**
 * What areas cover more than once, as a share of all they cover.
 * @param districts areas of one kecamatan each: uniting in steps is faster
 */
export function measureOverlap(districts: readonly Polygons[][]): number {
  const areas = districts.flat();
  const meters = metersNear(areas);
  const total = areas.reduce((sum, polygons) => sum + areaM2(polygons, meters), 0);
  return Math.max(0, total / areaM2(unite(districts.map(unite)), meters) - 1);
}

const metersNear = (areas: readonly Polygons[]): MetersPerDegree =>
  metersPerDegree(areas[0]?.[0]?.[0]?.[0]?.[1] ?? 0);

/** Several areas as one. */
export function unite(parts: readonly Polygons[]): Polygons {
  const [first, ...rest] = parts;
  return first === undefined ? [] : union(first, ...(rest as Geom[]));
}

/** The areas that overlap most, in words. */
export function describeOverlaps(areas: readonly { name: string; polygons: Polygons }[]): string[] {
  const meters = metersNear(areas.map(({ polygons }) => polygons));
  const pairs = areas.flatMap((a, index) =>
    areas.slice(index + 1).flatMap((b) => {
      if (!boxesMeet(a.polygons, b.polygons)) return [];
      const overlapM2 = areaM2(intersection(a.polygons, b.polygons), meters);
      return overlapM2 === 0 ? [] : [{ names: `${a.name} and ${b.name}`, overlapM2 }];
    }),
  );
  return pairs
    .sort((a, b) => b.overlapM2 - a.overlapM2)
    .slice(0, NAMED_PAIRS)
    .map(
      ({ names, overlapM2 }) => `${names} overlap by ${(overlapM2 / M2_PER_HECTARE).toFixed(1)} ha`,
    );
}

function boxesMeet(a: Polygons, b: Polygons): boolean {
  const [one, other] = [boxOf(a), boxOf(b)];
  return (
    one.west < other.east &&
    other.west < one.east &&
    one.south < other.north &&
    other.south < one.north
  );
}

interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** In degrees; empty where there are no polygons. */
export function boxOf(polygons: Polygons): Box {
  const box: Box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lng, lat] of polygons.flat(2)) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

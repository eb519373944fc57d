import type { Facility } from '@shared/domain/facility';
import type { LngLat } from '@shared/domain/lng-lat';
import Flatbush from 'flatbush';

import type { LocalPlane } from './local-plane';
import { distanceToBox, distanceToShape, type Shape, shapeOf } from './shape-distance';

export interface Found {
  facility: Facility;
  distanceMeters: number;
}

export interface FacilityIndex {
  /** The nearest ones by the nearest point of each shape, nearest first. */
  nearest(lngLat: LngLat, limit: number): Found[];
}

/** Facilities in a tree of bounding boxes. */
export function createFacilityIndex(
  facilities: readonly Facility[],
  plane: LocalPlane,
): FacilityIndex {
  const entries = facilities.map((facility) => ({
    facility,
    shape: shapeOf(facility.geometry, plane),
  }));
  const tree = buildTree(entries.map(({ shape }) => shape));
  return {
    nearest(lngLat, limit) {
      const point = plane.toPlane(lngLat);
      let wanted = limit;
      for (;;) {
        const candidates = (tree?.neighbors(point[0], point[1], wanted) ?? [])
          .map((index) => entries[index])
          .filter((entry) => entry !== undefined);
        const found = candidates
          .map(({ facility, shape }) => ({
            facility,
            distanceMeters: distanceToShape(point, shape),
          }))
          .sort((a, b) => a.distanceMeters - b.distanceMeters)
          .slice(0, limit);
        // Boxes come by their distance, and a shape is never nearer than its box: once the last box is
        // farther than the last shape taken, nothing behind it can be nearer.
        const farthestBox = distanceToBox(point, candidates.at(-1)?.shape.box ?? [0, 0, 0, 0]);
        const isAll = candidates.length < wanted || candidates.length === entries.length;
        if (isAll || farthestBox >= (found.at(-1)?.distanceMeters ?? 0)) return found;
        wanted *= 2;
      }
    },
  };
}

function buildTree(shapes: readonly Shape[]): Flatbush | null {
  if (shapes.length === 0) return null;
  const tree = new Flatbush(shapes.length);
  for (const { box } of shapes) tree.add(...box);
  tree.finish();
  return tree;
}

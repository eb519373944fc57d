import * as polyclip from 'polyclip-ts';
import { z } from 'zod';

import { type Point, type Ring, signedArea } from './geometry';
import { EARTH_SEAS, readPackageJson } from './package-files';
import { degreesToGrid } from './projection';

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [number, number, number, number];

const seasSchema = z.object({
  geometries: z.tuple([
    z.object({ coordinates: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))) }),
  ]),
});

/**
 * Land within the bounds: the holes of the world's ocean, cut at the frame.
 * @returns counter-clockwise rings in whole grid steps, the largest first
 */
export function readLand(bounds: Bounds): Ring[] {
  const seas = seasSchema.parse(readPackageJson(EARTH_SEAS, 'map.geo.json'));
  // The first polygon is the ocean; the others are seas cut off from it, none of them near Java.
  const holes = seas.geometries[0].coordinates[0]?.slice(1) ?? [];
  const [west, south, east, north] = bounds;
  const corners: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const frame = closed(corners.map(degreesToGrid));
  return holes
    .filter((hole) =>
      hole.some(([lng, lat]) => lng > west && lng < east && lat > south && lat < north),
    )
    .flatMap((hole) =>
      polyclip.intersection([closed(hole.slice(0, -1).map(degreesToGrid))], [frame]),
    )
    .map((polygon) =>
      (polygon[0] ?? [])
        .slice(0, -1)
        .map(([x, y]): [number, number] => [Math.round(x), Math.round(y)]),
    )
    .map((ring) => (signedArea(ring) < 0 ? ring.reverse() : ring))
    .sort((a, b) => signedArea(b) - signedArea(a));
}

/** The ring as the clipping library wants it: mutable and closed. */
export function closed(ring: readonly Point[]): [number, number][] {
  return [...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y]);
}

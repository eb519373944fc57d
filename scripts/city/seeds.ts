import { z } from 'zod';

import type { Bounds } from './coast';
import type { Point } from './geometry';
import { GEOGRAFIS, readPackageJson } from './package-files';

const villageSchema = z.object({
  code: z.string(),
  village: z.string(),
  latitude: z.number(),
  longitude: z.number(),
});

export interface Village {
  code: string;
  name: string;
  lngLat: Point;
}

/**
 * Villages and kelurahan whose point lies within the bounds, in order of code. The point is the plain mean
 * of the vertices of the village's real outline (checked on the one outline the package carries), not its centroid.
 */
export function readVillages([west, south, east, north]: Bounds): Village[] {
  return z
    .array(villageSchema)
    .parse(readPackageJson(GEOGRAFIS, 'data/json/data.json'))
    .map(({ code, village, latitude, longitude }) => ({
      code,
      name: village,
      lngLat: [longitude, latitude] as const,
    }))
    .filter(({ lngLat: [lng, lat] }) => lng > west && lng < east && lat > south && lat < north)
    .sort((a, b) => a.code.localeCompare(b.code));
}

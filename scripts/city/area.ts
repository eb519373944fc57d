import * as polyclip from 'polyclip-ts';

import { closed } from './coast';
import { type Ring, signedArea } from './geometry';
import { gridToMeters } from './projection';

/** Area of rings given in whole grid steps; a clockwise ring counts as a hole. */
export function squareKilometers(rings: readonly Ring[]): number {
  return rings.reduce((sum, ring) => sum + signedArea(ring.map(gridToMeters)), 0) / 1e6;
}

/** What is counted more than once: the sum of the rings less their union. */
export function overlapSquareKilometers(rings: readonly Ring[]): number {
  const [first, ...rest] = rings.map((ring) => [closed(ring)]);
  if (!first) return 0;
  const union = polyclip
    .union(first, ...rest)
    .flat()
    .map((ring) => ring.slice(0, -1));
  return Math.max(0, squareKilometers(rings) - squareKilometers(union));
}

import type { LngLat } from '@shared/domain/lng-lat';
import { describe, expect, it } from 'vitest';

import { isInside, labelPoint } from './label-point';

const square: LngLat[] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
];
/** A "C": its centroid lies outside of it. */
const bay: LngLat[] = [
  [0, 0],
  [6, 0],
  [6, 1],
  [1, 1],
  [1, 5],
  [6, 5],
  [6, 6],
  [0, 6],
  [0, 0],
];

describe('labelPoint', () => {
  it('is the middle of a square', () => {
    const [lng, lat] = labelPoint([square]);
    expect(lng).toBeCloseTo(2, 1);
    expect(lat).toBeCloseTo(2, 1);
  });

  it('lies inside a shape whose centroid does not', () => {
    expect(isInside(labelPoint([bay]), [bay])).toBe(true);
  });

  it('stays out of a hole', () => {
    const hole: LngLat[] = [
      [1, 1],
      [3, 1],
      [3, 3],
      [1, 3],
      [1, 1],
    ];
    expect(isInside(labelPoint([square, hole]), [square, hole])).toBe(true);
  });
});

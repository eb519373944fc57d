import { expect, it } from 'vitest';

import { slopeOf } from './slope';

it('finds the slope of a line, and no error where all points are on it', () => {
  const { perUnit, standardError } = slopeOf([
    [0, 1],
    [1, 3],
    [2, 5],
    [5, 11],
  ]);
  expect(perUnit).toBeCloseTo(2, 12);
  expect(standardError).toBeCloseTo(0, 12);
});

it('knows how far noise may have bent it', () => {
  // By hand: residuals -0.1, 0.5, -0.9, 0.7, -0.2, whose squares sum to 1.6; the spread of x is 10.
  const { perUnit, standardError } = slopeOf([
    [0, 1],
    [1, 2],
    [2, 1],
    [3, 3],
    [4, 2.5],
  ]);
  expect(perUnit).toBeCloseTo(0.4, 12);
  expect(standardError).toBeCloseTo(Math.sqrt(1.6 / 3 / 10), 12);
});

it('says nothing of two points', () => {
  expect(() =>
    slopeOf([
      [0, 1],
      [1, 2],
    ]),
  ).toThrow(RangeError);
});

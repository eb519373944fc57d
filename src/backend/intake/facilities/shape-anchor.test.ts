import { expect, test } from 'vitest';

import { anchorOf } from './shape-anchor';

test('stands in the middle of a line by its length', () => {
  expect(
    anchorOf({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 0],
        [1, 3],
      ],
    }),
  ).toEqual([1, 1]);
});

test('stands on the longest of several lines', () => {
  const [lng] = anchorOf({
    type: 'MultiLineString',
    coordinates: [
      [
        [0, 0],
        [1, 0],
      ],
      [
        [10, 0],
        [14, 0],
      ],
    ],
  });
  expect(lng).toBe(12);
});

test('stands inside of an area that is bent around its own middle', () => {
  const [lng, lat] = anchorOf({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [8, 9],
        [8, 1],
        [1, 1],
        [1, 9],
        [0, 9],
        [0, 0],
      ],
    ],
  });
  const isInside = lng > 0 && lng < 9 && lat > 0 && lat < 9 && !(lng > 1 && lng < 8 && lat > 1);
  expect(isInside).toBe(true);
});

test('stands outside of a hole, and in the largest part', () => {
  const square = (from: number, to: number): [number, number][] => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
  const [lng, lat] = anchorOf({
    type: 'MultiPolygon',
    coordinates: [[square(20, 21)], [square(0, 9), square(3, 6)]],
  });
  const isInHole = lng > 3 && lng < 6 && lat > 3 && lat < 6;
  expect(lng).toBeLessThan(9);
  expect(isInHole).toBe(false);
});

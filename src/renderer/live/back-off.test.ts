import { expect, it } from 'vitest';

import { backOffMs, tryLimitMs } from './back-off';

it('doubles from a quarter of a second to five seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 1_000].map((attempt) => backOffMs(attempt, 1))).toEqual([
    250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000,
  ]);
});

it('spreads the upper half of each delay', () => {
  expect(backOffMs(3, 0)).toBe(1_000);
  expect(backOffMs(3, 0.5)).toBe(1_500);
});

it('stays below a lower ceiling', () => {
  expect([0, 1, 2, 3, 4].map((attempt) => backOffMs(attempt, 1, 1_500))).toEqual([
    250, 500, 1_000, 1_500, 1_500,
  ]);
});

it('gives up a try soon, and after several in vain ever later', () => {
  expect([0, 1, 4, 5, 6, 7, 8, 1_000].map(tryLimitMs)).toEqual([
    1_500, 1_500, 1_500, 3_000, 6_000, 12_000, 12_000, 12_000,
  ]);
});

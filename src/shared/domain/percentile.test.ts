import { describe, expect, it } from 'vitest';

import { percentile } from './percentile';

/** Expected values as PostgreSQL 15 answers `percentile_cont(f) within group (order by v)`. */
describe('percentile', () => {
  it.each([
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5], 0.5, 3],
    [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9, 91],
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[40, 15, 50, 20, 35], 0.4, 29],
    [[7], 0.9, 7],
    [[3, 3, 3, 9], 0.5, 3],
    [[1, 2], 0, 1],
    [[1, 2], 1, 2],
  ])('of %j at %d is %d', (values, fraction, expected) => {
    expect(percentile(values, fraction)).toBeCloseTo(expected, 10);
  });

  it('is unknown where there are no values', () => {
    expect(percentile([], 0.5)).toBeNull();
  });

  it('leaves the given values in their order', () => {
    const values = [3, 1, 2];
    percentile(values, 0.5);
    expect(values).toEqual([3, 1, 2]);
  });

  it('refuses a fraction that is none', () => {
    expect(() => percentile([1], 90)).toThrow('between 0 and 1');
  });
});

import { describe, expect, it } from 'vitest';

import { classBreaks, classOf } from './class-breaks';

describe('classBreaks', () => {
  it('puts each cluster of values into a class of its own', () => {
    const breaks = classBreaks([88, 23, 28, 37, 41, 52, 66, 74], 5, 1);
    expect(breaks?.limits).toHaveLength(5);
    expect(breaks?.max).toBe(88);
    const classes = [23, 28, 37, 41, 52, 66, 74, 88].map((value) =>
      breaks === null ? -1 : classOf(breaks, value),
    );
    expect(classes).toEqual([...classes].sort((a, b) => a - b));
    expect(new Set(classes).size).toBe(5);
    expect(classes[0]).toBe(classes[1]);
  });

  it('gives fewer classes where there are fewer distinct values', () => {
    expect(classBreaks([4, 4, 4], 5, 1)?.limits).toHaveLength(1);
    expect(classBreaks([0, 0, 7], 5, 1)?.limits).toEqual([0, 7]);
  });

  it('keeps equal values together', () => {
    const breaks = classBreaks([1, 5, 5, 5, 9], 3, 1);
    expect(breaks?.limits).toHaveLength(3);
  });

  it('rounds a limit only as far as no value changes its class', () => {
    const values = [11, 12, 13, 103, 104, 107];
    const breaks = classBreaks(values, 2, 1);
    expect(breaks?.limits).toEqual([10, 100]);
  });

  it('has none without values', () => {
    expect(classBreaks([], 5, 1)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';

import { labelledIndexes, valueTicks } from './axis-ticks';

describe('values along the vertical axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [17, [0, 5, 10, 15, 20]],
    [100, [0, 20, 40, 60, 80, 100]],
    [257, [0, 100, 200, 300]],
    [1512, [0, 500, 1000, 1500, 2000]],
  ])('reach %d in round steps', (max, ticks) => {
    expect(valueTicks(max)).toEqual(ticks);
  });

  it('keep to the smallest step that makes sense', () => {
    expect(valueTicks(16, 5)).toEqual([0, 5, 10, 15, 20]);
    expect(valueTicks(2, 5)).toEqual([0, 5]);
  });
});

describe('labels along the horizontal axis', () => {
  it('are all there where they fit', () => {
    expect(labelledIndexes(5, 8)).toEqual([0, 1, 2, 3, 4]);
  });

  it('keep an even step where they would touch', () => {
    expect(labelledIndexes(24, 9)).toEqual([0, 3, 6, 9, 12, 15, 18, 21]);
    expect(labelledIndexes(13, 7)).toEqual([0, 2, 4, 6, 8, 10, 12]);
  });

  it('leave one label where there is no room, and none without points', () => {
    expect(labelledIndexes(100, 0)).toEqual([0]);
    expect(labelledIndexes(0, 5)).toEqual([]);
  });
});

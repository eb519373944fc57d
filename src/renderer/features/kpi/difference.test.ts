import { describe, expect, it } from 'vitest';

import { countDifference, shareDifference, timeDifference } from './difference';

const MINUTE = 60_000;

describe('counts against the period before', () => {
  it('differ in percent, without a verdict where more is only more', () => {
    expect(countDifference(120, 100, null)).toEqual({
      kind: 'changed',
      direction: 'up',
      amount: { unit: 'percent', value: 20 },
      verdict: null,
    });
  });

  it('differ in the count itself where there were few, so that 1 → 3 is not +200 %', () => {
    expect(countDifference(3, 1, null)).toMatchObject({ amount: { unit: 'count', value: 2 } });
    expect(countDifference(5, 0, null)).toMatchObject({ amount: { unit: 'count', value: 5 } });
  });

  it('are better with less where less is certainly better', () => {
    expect(countDifference(80, 100, 'lower')).toMatchObject({
      direction: 'down',
      verdict: 'better',
    });
    expect(countDifference(101, 100, 'lower')).toMatchObject({ direction: 'up', verdict: 'worse' });
  });

  it('stay the same', () => {
    expect(countDifference(7, 7, 'lower')).toEqual({ kind: 'same' });
  });
});

describe('shares against the period before', () => {
  it('differ by what a reader gets who subtracts the two shown figures', () => {
    // 83 % and 77 % on screen.
    const difference = shareDifference(
      { n: 128, value: 0.8399 },
      { n: 120, value: 0.77 },
      'higher',
    );
    expect(difference).toMatchObject({
      direction: 'up',
      amount: { unit: 'points', value: 6 },
      verdict: 'better',
    });
  });

  it('are not compared from or to a small n', () => {
    const tiny = { kind: 'none', reason: 'tiny' };
    expect(shareDifference({ n: 9, value: 1 }, { n: 90, value: 0.5 }, 'higher')).toEqual(tiny);
    expect(shareDifference({ n: 90, value: 1 }, { n: 9, value: 0.5 }, 'higher')).toEqual(tiny);
  });

  it('are not compared with nothing', () => {
    expect(shareDifference({ n: 50, value: 0.8 }, { n: 0, value: null }, 'higher')).toEqual({
      kind: 'none',
      reason: 'no_previous',
    });
  });
});

describe('times against the period before', () => {
  it('differ in tenths of minutes, less is better', () => {
    const now = { n: 128, value: 12.64 * MINUTE };
    const before = { n: 120, value: 13.7 * MINUTE };
    expect(timeDifference(now, before)).toMatchObject({
      direction: 'down',
      amount: { unit: 'tenthsOfMinutes', value: 11 },
      verdict: 'better',
    });
    expect(timeDifference(now, { n: 120, value: 12.61 * MINUTE })).toEqual({ kind: 'same' });
  });
});

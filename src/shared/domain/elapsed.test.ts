import { describe, expect, it } from 'vitest';

import { elapsedMs, elapsedTone } from './elapsed';

const START = '2026-11-24T07:00:00.000Z';
const startMs = Date.parse(START);

describe('elapsedMs', () => {
  it('runs with the clock while nothing ended', () => {
    expect(elapsedMs(START, null, startMs + 90_000)).toBe(90_000);
  });

  it('freezes at the end', () => {
    expect(elapsedMs(START, '2026-11-24T07:10:00.000Z', startMs + 9_000_000)).toBe(600_000);
  });

  it('is never negative when a source’s clock is ahead', () => {
    expect(elapsedMs(START, null, startMs - 5_000)).toBe(0);
  });
});

describe('elapsedTone', () => {
  it.each([
    [0, 'fresh'],
    [299_999, 'fresh'],
    [300_000, 'min5'],
    [899_999, 'min5'],
    [900_000, 'min15'],
    [1_800_000, 'min30'],
    [3_599_999, 'min30'],
    [3_600_000, 'min60'],
    [86_400_000, 'min60'],
  ] as const)('of %d ms is %s', (elapsed, tone) => {
    expect(elapsedTone(elapsed, false)).toBe(tone);
  });

  it('is ended for whatever has ended', () => {
    expect(elapsedTone(86_400_000, true)).toBe('ended');
  });
});

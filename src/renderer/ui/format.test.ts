import { describe, expect, it } from 'vitest';

import {
  formatAge,
  formatClock,
  formatCount,
  formatDay,
  formatDecimal,
  formatDistance,
  formatDuration,
  formatElapsed,
  formatLngLat,
  formatShare,
  formatTime,
} from './format';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('elapsed time', () => {
  it.each([
    [0, '00:00'],
    [4 * MINUTE + 12 * SECOND, '04:12'],
    [HOUR - 1, '59:59'],
    [HOUR + 2 * MINUTE + 44 * SECOND, '1:02:44'],
    [3 * DAY + 4 * HOUR + 12 * MINUTE, '3 hr 04:12'],
  ])('%d ms reads %s', (ms, text) => expect(formatElapsed(ms, 'id')).toBe(text));

  it('reads a start in the future as zero: the clocks differ, no time has run', () => {
    expect(formatElapsed(-5 * SECOND, 'id')).toBe('00:00');
  });
});

describe('ages and durations', () => {
  it.each([
    [4_999, '4 dtk'],
    [41 * MINUTE, '41 mnt'],
    [3 * HOUR + 59 * MINUTE, '3 jam'],
    [2 * DAY, '2 hari'],
  ])('an age of %d ms reads %s', (ms, text) => expect(formatAge(ms, 'id')).toBe(text));

  it.each([
    [0, '0 dtk'],
    [43 * SECOND, '43 dtk'],
    [2 * MINUTE + 40 * SECOND, '2 mnt 40 dtk'],
    [HOUR + 5 * MINUTE + 9 * SECOND, '1 jam 5 mnt'],
    [HOUR + 9 * SECOND, '1 jam'],
    [-12 * SECOND, '−12 dtk'],
  ])('a span of %d ms reads %s', (ms, text) => expect(formatDuration(ms, 'id')).toBe(text));

  it('speaks English', () =>
    expect(formatDuration(2 * MINUTE + 40 * SECOND, 'en')).toBe('2 min 40 s'));
});

describe('WIB clock', () => {
  const at = Date.parse('2026-11-24T07:06:23.900Z');

  it('is seven hours ahead of UTC', () => expect(formatClock(at)).toBe('14:06:23'));

  it('leaves the date out on the same WIB day, even across UTC midnight', () => {
    const early = Date.parse('2026-11-23T17:30:00Z');
    expect(formatTime(early, at, 'id')).toBe('00:30:00');
  });

  it('names the day, and the year when it is another one', () => {
    expect(formatTime(Date.parse('2026-11-23T07:00:00Z'), at, 'id')).toBe('23 Nov 14:00:00');
    expect(formatTime(Date.parse('2021-08-05T02:00:00Z'), at, 'id')).toBe('5 Agu 2021 09:00:00');
  });

  it('says the day in words', () => expect(formatDay(at, 'id')).toBe('Selasa, 24 Nov 2026'));
});

describe('figures', () => {
  it('groups and divides as Indonesian does', () => {
    expect(formatCount(48_112, 'id')).toBe('48.112');
    expect(formatDecimal(12.6, 1, 'id')).toBe('12,6');
    expect(formatCount(48_112, 'en')).toBe('48,112');
  });

  it('never rounds a share up to a kept promise', () => {
    expect(formatShare(0.999, 'id')).toBe('99 %');
    expect(formatShare(1, 'id')).toBe('100 %');
    expect(formatShare(0.29, 'id')).toBe('29 %');
  });

  it('gives distances no more precision than they have', () => {
    expect(formatDistance(283, 'id')).toBe('280 m');
    expect(formatDistance(997, 'id')).toBe('1,0 km');
    expect(formatDistance(2_140, 'id')).toBe('2,1 km');
  });

  it('writes positions in degrees with their hemisphere', () => {
    expect(formatLngLat([106.0422, -6.0099], 'id')).toBe('6,00990° LS · 106,04220° BT');
  });
});

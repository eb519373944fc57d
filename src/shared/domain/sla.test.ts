import { describe, expect, it } from 'vitest';

import { addSlaDays, slaDueAt } from './sla';

/** @param wib a time of day in WIB, e.g. `2026-11-27 10:00` */
const wib = (time: string): string => new Date(`${time.replace(' ', 'T')}:00+07:00`).toISOString();
const THURSDAY_HOLIDAY = new Set(['2026-11-26']);

describe('addSlaDays', () => {
  it.each([
    [
      'calendar days run through the weekend',
      'calendar',
      '2026-11-27 10:00',
      3,
      '2026-11-30 10:00',
    ],
    ['a working day later', 'working', '2026-11-24 10:00', 1, '2026-11-25 10:00'],
    ['over a weekend', 'working', '2026-11-27 10:00', 1, '2026-11-30 10:00'],
    ['over a holiday', 'working', '2026-11-25 10:00', 1, '2026-11-27 10:00'],
    ['over a holiday and a weekend', 'working', '2026-11-25 10:00', 3, '2026-12-01 10:00'],
    ['from a Saturday: until Monday ends', 'working', '2026-11-28 15:00', 1, '2026-12-01 00:00'],
    ['from the holiday itself', 'working', '2026-11-26 08:00', 1, '2026-11-28 00:00'],
    ['half a day across midnight', 'working', '2026-11-24 18:00', 0.5, '2026-11-25 06:00'],
    // 06:30 WIB on Monday is still Sunday in UTC.
    ['by the days of WIB, not of UTC', 'working', '2026-11-23 06:30', 1, '2026-11-24 06:30'],
  ] as const)('%s', (_name, calendar, from, days, expected) => {
    expect(addSlaDays(wib(from), days, calendar, THURSDAY_HOLIDAY)).toBe(wib(expected));
  });
});

describe('slaDueAt', () => {
  const rule = {
    code: 'biasa',
    label: { id: 'Biasa', en: 'Plain' },
    firstResponseDays: 3,
    resolutionDays: 5,
    calendar: 'working' as const,
    source: 'test',
  };
  const table = { rules: [rule], holidays: [{ day: '2026-11-26', name: 'Hari Uji' }] };

  it('adds the days of resolution by the rule’s calendar and the table’s holidays', () => {
    expect(slaDueAt(wib('2026-11-24 10:00'), 'biasa', table)).toBe(wib('2026-12-02 10:00'));
  });

  it('fails loudly for a rule that the table does not have', () => {
    expect(() => slaDueAt(wib('2026-11-24 10:00'), 'x', table)).toThrow('x');
  });
});

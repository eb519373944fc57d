import { describe, expect, it } from 'vitest';

import {
  choiceOfSearch,
  faultOfRange,
  type PeriodChoice,
  periodOfChoice,
  searchOfChoice,
} from './period';

const TODAY = '2026-11-24';

describe('a period', () => {
  it.each([
    ['today', { from: '2026-11-24', to: '2026-11-24' }],
    ['7d', { from: '2026-11-18', to: '2026-11-24' }],
    ['30d', { from: '2026-10-26', to: '2026-11-24' }],
    ['90d', { from: '2026-08-27', to: '2026-11-24' }],
  ] as const)('%s ends today and counts both ends', (preset, period) => {
    expect(periodOfChoice({ kind: 'preset', preset }, TODAY)).toEqual(period);
  });

  it.each<PeriodChoice>([
    { kind: 'preset', preset: 'today' },
    { kind: 'preset', preset: '90d' },
    { kind: 'range', from: '2026-10-01', to: '2026-10-31' },
  ])('survives in the address: %o', (choice) => {
    expect(choiceOfSearch(searchOfChoice(choice))).toEqual(choice);
  });

  it.each([
    '',
    '?periode=selamanya',
    '?from=2026-10-01',
    '?from=2026-13-01&to=2026-13-02',
    '?from=2026-10-02&to=2026-10-01',
    '?from=2020-01-01&to=2026-01-01',
  ])('is not read from %o', (search) => {
    expect(choiceOfSearch(search)).toBeNull();
  });

  it('neither ends after today nor is longer than the server takes', () => {
    expect(faultOfRange({ from: TODAY, to: TODAY }, TODAY)).toBeNull();
    expect(faultOfRange({ from: TODAY, to: '2026-11-25' }, TODAY)).toBe('order');
    expect(faultOfRange({ from: '2025-11-24', to: TODAY }, TODAY)).toBeNull();
    expect(faultOfRange({ from: '2025-11-23', to: TODAY }, TODAY)).toBe('length');
  });
});

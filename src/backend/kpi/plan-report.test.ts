import { describe, expect, it } from 'vitest';

import { planReport } from './plan-report';

/** 11:00 WIB. */
const NOW = '2026-11-24T04:00:00.000Z';

describe('a period that is over', () => {
  const plan = planReport({ from: '2026-11-22', to: '2026-11-23' }, NOW);

  it('counts whole WIB days, to the last millisecond', () => {
    expect(plan.isOver).toBe(true);
    expect(plan.window).toEqual({
      startAt: '2026-11-21T17:00:00.000Z',
      lastAt: '2026-11-23T16:59:59.999Z',
    });
  });

  it('is compared with as many whole days before it', () => {
    expect(plan.previous).toEqual({
      period: { from: '2026-11-20', to: '2026-11-21' },
      window: { startAt: '2026-11-19T17:00:00.000Z', lastAt: '2026-11-21T16:59:59.999Z' },
    });
  });
});

describe('a period that goes on', () => {
  it('counts until now, and is compared with the time before until the same time of day', () => {
    const plan = planReport({ from: '2026-11-24', to: '2026-11-24' }, NOW);
    expect(plan.isOver).toBe(false);
    expect(plan.window.lastAt).toBe(NOW);
    expect(plan.previous).toEqual({
      period: { from: '2026-11-23', to: '2026-11-23' },
      window: { startAt: '2026-11-22T17:00:00.000Z', lastAt: '2026-11-23T04:00:00.000Z' },
    });
  });

  it('is over with its last millisecond', () => {
    const day = { from: '2026-11-24', to: '2026-11-24' };
    expect(planReport(day, '2026-11-24T16:59:59.998Z').isOver).toBe(false);
    expect(planReport(day, '2026-11-24T16:59:59.999Z').isOver).toBe(true);
  });

  it('may have begun this very moment', () => {
    const { window } = planReport(
      { from: '2026-11-24', to: '2026-11-24' },
      '2026-11-23T17:00:00.000Z',
    );
    expect(window.lastAt).toBe(window.startAt);
  });
});

it.each([
  ['2026-11-24', '2026-11-24', 'hour'],
  ['2026-11-23', '2026-11-24', 'day'],
  ['2026-10-25', '2026-11-24', 'day'],
  ['2026-10-24', '2026-11-24', 'week'],
  ['2025-11-24', '2026-11-24', 'week'],
] as const)('draws %s to %s by %s', (from, to, bucket) => {
  expect(planReport({ from, to }, NOW).bucket).toBe(bucket);
});

import { describe, expect, it } from 'vitest';

import { latestMilestoneBefore, writeMilestone } from './milestones';

const ORDER = ['startedAt', 'movedAt', 'endedAt'] as const;
const none = { startedAt: null, movedAt: null, endedAt: null };
const EARLY = '2026-11-24T02:00:00.000Z';
const LATE = '2026-11-24T03:00:00.000Z';

describe('writeMilestone', () => {
  it('writes what is blank and leaves the record given as it was', () => {
    expect(writeMilestone(none, 'movedAt', EARLY)).toEqual({ ...none, movedAt: EARLY });
    expect(none.movedAt).toBeNull();
  });

  it.each([EARLY, LATE])('keeps the first value when %s is written again', (at) => {
    const written = { ...none, movedAt: EARLY };
    expect(writeMilestone(written, 'movedAt', at)).toBe(written);
  });
});

describe('latestMilestoneBefore', () => {
  it('passes over steps that did not occur', () => {
    expect(latestMilestoneBefore({ ...none, startedAt: EARLY }, ORDER, 'endedAt')).toEqual({
      name: 'startedAt',
      at: EARLY,
    });
  });

  it('looks only at what comes before', () => {
    expect(latestMilestoneBefore({ ...none, endedAt: LATE }, ORDER, 'movedAt')).toBeNull();
  });

  it('takes the latest, not the last in order', () => {
    const record = { startedAt: LATE, movedAt: EARLY, endedAt: null };
    expect(latestMilestoneBefore(record, ORDER, null)).toEqual({ name: 'startedAt', at: LATE });
  });
});

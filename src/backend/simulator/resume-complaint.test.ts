import {
  COMPLAINT_STATES,
  type ComplaintState,
  isOpenComplaintState,
} from '@shared/domain/complaint';
import { findComplaintTransition } from '@shared/domain/complaint-lifecycle';
import { HOUR_MS } from '@shared/domain/time';
import { describe, expect, it } from 'vitest';

import type { ComplaintStep } from './plan-complaint';
import { createRandom } from './random';
import { resumeComplaint } from './resume-complaint';

const NOW_MS = Date.parse('2026-11-24T03:00:00.000Z');
const MINUTE_MS = 60_000;

/** @param hours from now until the step; negative: it should have been taken */
const at = (to: ComplaintState, hours: number): ComplaintStep => ({
  to,
  atMs: NOW_MS + hours * HOUR_MS,
});
const resume = (planned: readonly ComplaintStep[], state: ComplaintState): ComplaintStep[] =>
  resumeComplaint(planned, state, NOW_MS, createRandom('test'));

const TWICE_AT_WORK = [
  at('diverifikasi', -9),
  at('didisposisikan', -8),
  at('diproses', -6),
  at('tunda', -4),
  at('diproses', 3),
  at('menunggu_validasi', 9),
  at('selesai', 12),
];
const OPEN_STATES = COMPLAINT_STATES.filter(isOpenComplaintState);

describe('resuming a complaint', () => {
  it('keeps the planned times where the record is as planned', () => {
    expect(resume(TWICE_AT_WORK, 'tunda')).toEqual(TWICE_AT_WORK.slice(4));
  });

  it('puts off what is overdue, with its gaps, to the next minutes', () => {
    const steps = resume(TWICE_AT_WORK, 'didisposisikan');
    expect(steps.map(({ to }) => to)).toEqual(TWICE_AT_WORK.slice(2).map(({ to }) => to));
    const [first, second] = steps;
    expect(first?.atMs).toBeGreaterThan(NOW_MS + MINUTE_MS);
    expect(first?.atMs).toBeLessThanOrEqual(NOW_MS + 15 * MINUTE_MS);
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBe(2 * HOUR_MS);
  });

  it('goes on with the plan where the record is ahead of it', () => {
    expect(resume(TWICE_AT_WORK, 'menunggu_validasi')).toEqual([at('selesai', 12)]);
  });

  it('takes the usual course where the plan ends in a state that is not the end', () => {
    expect(resume([at('diverifikasi', -1)], 'diverifikasi').at(-1)?.to).toBe('selesai');
  });

  it.each(COMPLAINT_STATES.filter((state) => !isOpenComplaintState(state)))(
    'leaves one that is %s as it is',
    (state) => {
      expect(resume([], state)).toEqual([]);
    },
  );

  it.each(
    OPEN_STATES.flatMap((state) => [
      { state, course: 'its plan', planned: TWICE_AT_WORK },
      { state, course: 'a plan that ended it', planned: [at('diverifikasi', -3), at('arsip', -1)] },
      { state, course: 'no plan', planned: [] },
    ]),
  )(
    'takes only allowed steps, none in the past, from $state with $course',
    ({ state, planned }) => {
      const steps = resume(planned, state);
      let from = state;
      let earliestMs = NOW_MS;
      for (const { to, atMs } of steps) {
        expect(findComplaintTransition(from, to), `${from} → ${to}`).toBeDefined();
        expect(atMs).toBeGreaterThanOrEqual(earliestMs);
        from = to;
        earliestMs = atMs;
      }
      expect(isOpenComplaintState(from)).toBe(false);
    },
  );
});

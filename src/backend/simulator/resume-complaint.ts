import type { ComplaintState } from '@shared/domain/complaint';
import { HOUR_MS } from '@shared/domain/time';

import type { ComplaintStep } from './plan-complaint';
import type { Random } from './random';

/** A sender's clock may be this far ahead, so that a state may be recorded as having begun then. */
const MAX_AHEAD_MS = 60_000;
/** What should have happened while nobody simulated happens within this time, a bit at a time. */
const CATCH_UP_WITHIN_MS = 15 * 60_000;

/** What usually follows; null: it has ended. */
const USUAL_NEXT = {
  masuk: { to: 'diverifikasi', medianHours: 2.2 },
  diverifikasi: { to: 'didisposisikan', medianHours: 4.5 },
  didisposisikan: { to: 'diproses', medianHours: 9 },
  dikoordinasikan: { to: 'diproses', medianHours: 9 },
  diproses: { to: 'menunggu_validasi', medianHours: 22 },
  tunda: { to: 'diproses', medianHours: 60 },
  menunggu_validasi: { to: 'selesai', medianHours: 6 },
  dibuka_kembali: { to: 'didisposisikan', medianHours: 4 },
  selesai: null,
  bukan_wewenang: null,
  duplikat: null,
  arsip: null,
} as const satisfies Record<ComplaintState, { to: ComplaintState; medianHours: number } | null>;
const SPREAD = 0.8;

/**
 * The steps that a complaint still takes from the state in which the backend has it. They follow its plan
 * where that knows the state, else the usual course. None lies before `nowMs`, so none before the state
 * began: an earlier run, or the room, may have come there at other times than planned.
 * @param planned its steps as planned, each allowed after the one before it; empty: it has no plan
 */
export function resumeComplaint(
  planned: readonly ComplaintStep[],
  state: ComplaintState,
  nowMs: number,
  random: Random,
): ComplaintStep[] {
  const left = leftOfPlan(planned, state, nowMs) ?? usualCourse(state, nowMs, random);
  const [first] = left;
  if (first === undefined || first.atMs > nowMs + MAX_AHEAD_MS) return left;
  // All are put off by the same time: what is overdue does not pile up in one moment.
  const dueMs = nowMs + Math.round(random.between(MAX_AHEAD_MS + 1, CATCH_UP_WITHIN_MS));
  return left.map(({ to, atMs }) => ({ to, atMs: atMs + dueMs - first.atMs }));
}

/** @returns null where the plan never comes to this state, or ends with it although it is not the end */
function leftOfPlan(
  planned: readonly ComplaintStep[],
  state: ComplaintState,
  nowMs: number,
): ComplaintStep[] | null {
  const past = planned.findLastIndex(({ to, atMs }) => to === state && atMs <= nowMs);
  const taken = past === -1 ? planned.findIndex(({ to }) => to === state) : past;
  const left = planned.slice(taken + 1);
  const isKnown = taken !== -1 || state === 'masuk';
  return isKnown && left.length > 0 ? left : null;
}

function usualCourse(from: ComplaintState, nowMs: number, random: Random): ComplaintStep[] {
  const steps: ComplaintStep[] = [];
  let atMs = nowMs;
  for (let next = USUAL_NEXT[from]; next !== null; next = USUAL_NEXT[next.to]) {
    atMs += Math.round(random.logNormal(next.medianHours, SPREAD) * HOUR_MS);
    steps.push({ to: next.to, atMs });
  }
  return steps;
}

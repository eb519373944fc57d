import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  type Counter,
  countersFor,
  currentFailures,
  type Failures,
  FORGET_AFTER_MS,
  POLICIES,
  withFailure,
} from './sign-in-delay';

const COUNTERS = Object.keys(POLICIES) as Counter[];
const counter = fc.constantFrom(...COUNTERS);
const START_MS = Date.parse('2026-11-24T02:00:00Z');

test('the first failures of a counter cost nothing, the next ones a second, two, four …', () => {
  let state = currentFailures('pair', undefined, START_MS);
  const delays = Array.from({ length: 7 }, () => {
    state = withFailure('pair', state, START_MS);
    return (state.blockedUntilMs - START_MS) / 1_000;
  });
  expect(delays).toEqual([0, 0, 0, 1, 2, 4, 8]);
});

test('no number of failures makes anybody wait longer than the cap', () => {
  fc.assert(
    fc.property(counter, fc.nat(2_000_000_000), (name, failures) => {
      const before: Failures = { failures, lastFailedAtMs: START_MS, blockedUntilMs: 0 };
      const { blockedUntilMs } = withFailure(name, before, START_MS);
      expect(blockedUntilMs - START_MS).toBeLessThanOrEqual(POLICIES[name].maxDelayMs);
    }),
  );
});

test('a clock that is set back or ahead holds nobody up for longer than the cap', () => {
  fc.assert(
    fc.property(counter, fc.integer({ min: -1e12, max: 1e12 }), (name, offMs) => {
      const stored = withFailure(
        name,
        { failures: 99, lastFailedAtMs: 0, blockedUntilMs: 0 },
        START_MS,
      );
      const nowMs = START_MS + offMs;
      const { blockedUntilMs } = currentFailures(name, stored, nowMs);
      expect(blockedUntilMs - nowMs).toBeLessThanOrEqual(POLICIES[name].maxDelayMs);
    }),
  );
});

test('an hour without a failure is a new beginning', () => {
  const stored = withFailure(
    'account',
    { failures: 50, lastFailedAtMs: 0, blockedUntilMs: 0 },
    START_MS,
  );
  expect(currentFailures('account', stored, START_MS + FORGET_AFTER_MS + 1).failures).toBe(0);
  for (const { maxDelayMs } of Object.values(POLICIES))
    expect(maxDelayMs).toBeLessThan(FORGET_AFTER_MS);
});

/** Whoever guesses at one account from one address, as fast as it lets them. */
function guessesInAnHour(isKnown: boolean): number {
  const states = new Map<Counter, Failures>();
  const current = (name: Counter, nowMs: number) => currentFailures(name, states.get(name), nowMs);
  let guesses = 0;
  for (let nowMs = START_MS; nowMs < START_MS + 3_600_000; nowMs += 1_000) {
    const { hold, count } = countersFor(isKnown, current('pair', nowMs));
    if (hold.some((name) => current(name, nowMs).blockedUntilMs > nowMs)) continue;
    guesses += 1;
    for (const name of count) states.set(name, withFailure(name, current(name, nowMs), nowMs));
  }
  return guesses;
}

test('an hour is good for a handful of guesses from elsewhere, and for few from a known desk', () => {
  expect(guessesInAnHour(false)).toBeLessThan(20);
  expect(guessesInAnHour(true)).toBeLessThan(140);
});

import { DAY_MS, HOUR_MS, MINUTE_MS } from '@shared/domain/time';

/** How a counter of failures turns into waiting. */
export interface DelayPolicy {
  /** So many failures cost nothing. */
  free: number;
  /** The delay doubles from a second to this, and grows no further. */
  maxDelayMs: number;
}

/**
 * Four counters, so that who guesses waits and who works does not.
 * - `account`: failures of an account from wherever. It slows down a guess spread over many addresses.
 * - `address`: failures of an address with whatever account. It slows down one password tried on all accounts.
 * - `pair`: failures of an account from one address. The first attempt in an hour from an address is looked at even
 *   while the account is slowed down: whoever is attacked and knows the password gets in, from anywhere.
 * - `known`: the same for an address from which the account has signed in before. It alone counts there, and
 *   its delay stays short: no storm of failures from elsewhere keeps an operator from a desk of theirs.
 * No delay grows for ever, and nothing is locked: a lock is a gift to whoever wants an operator out.
 */
export const POLICIES = {
  account: { free: 10, maxDelayMs: 15 * MINUTE_MS },
  address: { free: 20, maxDelayMs: 15 * MINUTE_MS },
  pair: { free: 3, maxDelayMs: 15 * MINUTE_MS },
  known: { free: 5, maxDelayMs: 30_000 },
} as const satisfies Record<string, DelayPolicy>;
export type Counter = keyof typeof POLICIES;

/** After so long without a failure a counter begins anew. Longer than any delay. */
export const FORGET_AFTER_MS = HOUR_MS;
/** So long an address counts as known since the last sign-in from it. */
export const KNOWN_FOR_MS = 90 * DAY_MS;

/** A counter at a moment; instants in Unix ms. */
export interface Failures {
  failures: number;
  lastFailedAtMs: number;
  blockedUntilMs: number;
}

const NONE: Failures = { failures: 0, lastFailedAtMs: 0, blockedUntilMs: 0 };

/** The counter as it stands now: an old one is none, and one written by a clock that was ahead blocks no longer than its delay. */
export function currentFailures(
  counter: Counter,
  stored: Failures | undefined,
  nowMs: number,
): Failures {
  if (stored === undefined || nowMs - stored.lastFailedAtMs > FORGET_AFTER_MS) return NONE;
  const latestMs = nowMs + POLICIES[counter].maxDelayMs;
  return { ...stored, blockedUntilMs: Math.min(stored.blockedUntilMs, latestMs) };
}

/** The counter after one more failure. */
export function withFailure(counter: Counter, { failures }: Failures, nowMs: number): Failures {
  const { free, maxDelayMs } = POLICIES[counter];
  const beyond = failures + 1 - free;
  const delayMs = beyond <= 0 ? 0 : Math.min(maxDelayMs, 1_000 * 2 ** Math.min(beyond - 1, 30));
  return { failures: failures + 1, lastFailedAtMs: nowMs, blockedUntilMs: nowMs + delayMs };
}

/** Which counters an attempt is held up by, and counted in. */
export function countersFor(
  isKnown: boolean,
  pair: Failures,
): { hold: Counter[]; count: Counter[] } {
  if (isKnown) return { hold: ['known'], count: ['known'] };
  const isFirst = pair.failures === 0;
  return {
    hold: isFirst ? ['address'] : ['address', 'account', 'pair'],
    count: ['address', 'account', 'pair'],
  };
}

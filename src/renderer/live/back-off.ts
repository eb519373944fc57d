const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 5_000;

/**
 * How long to wait before try number `attempt` (0 is the first retry): doubling from 250 ms to `maxMs`, the
 * upper half of it at random, so that a room full of clients does not knock at the same moment.
 * @param random a number in [0, 1)
 */
export function backOffMs(attempt: number, random: number, maxMs: number = MAX_DELAY_MS): number {
  const ceiling = Math.min(maxMs, FIRST_DELAY_MS * 2 ** Math.min(attempt, 16));
  return Math.round(ceiling * (0.5 + 0.5 * random));
}

const SHORT_TRY_MS = 1_500;
const SHORT_TRIES = 5;
const LONGEST_TRY_MS = 12_000;

/**
 * How long a try may wait for an answer. Short at first, because a try that fell into a hole in the network is
 * only in the way of the next one; longer after many, because the line may be there and just be slow.
 * @param unanswered tries in a row that nobody answered
 */
export function tryLimitMs(unanswered: number): number {
  const doublings = Math.min(Math.max(0, unanswered - SHORT_TRIES + 1), 16);
  return Math.min(LONGEST_TRY_MS, SHORT_TRY_MS * 2 ** doublings);
}

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

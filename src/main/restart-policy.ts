const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;
const HEALTHY_AFTER_MS = 60_000;

/** Delay before the next start after `failures` failures in a row (≥ 1): doubling, bounded. */
export function restartDelayMs(failures: number): number {
  return Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1));
}

/** Failures in a row after one more exit: a process that had run well for a minute starts the count anew. */
export function failuresAfterExit(failures: number, ranForMs: number): number {
  return ranForMs >= HEALTHY_AFTER_MS ? 1 : failures + 1;
}

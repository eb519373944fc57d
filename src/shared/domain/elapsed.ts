import type { Instant } from './time';

/** How long an incident has been running: the strongest sign in a queue. `ended` is frozen. */
export type ElapsedTone = 'fresh' | 'min5' | 'min15' | 'min30' | 'min60' | 'ended';

const MINUTE_MS = 60_000;
/** Longest first. */
const THRESHOLDS: readonly (readonly [fromMs: number, tone: ElapsedTone])[] = [
  [60 * MINUTE_MS, 'min60'],
  [30 * MINUTE_MS, 'min30'],
  [15 * MINUTE_MS, 'min15'],
  [5 * MINUTE_MS, 'min5'],
];

/**
 * Time from a start to its end, or to now while it lasts, ms; never negative (clocks of sources differ).
 * @param nowMs the server's clock, Unix ms
 */
export function elapsedMs(startedAt: Instant, endedAt: Instant | null, nowMs: number): number {
  const end = endedAt === null ? nowMs : Date.parse(endedAt);
  return Math.max(0, end - Date.parse(startedAt));
}

/** The tone of an elapsed time: it warms at 5, 15, 30 and 60 minutes. */
export function elapsedTone(elapsed: number, hasEnded: boolean): ElapsedTone {
  if (hasEnded) return 'ended';
  return THRESHOLDS.find(([fromMs]) => elapsed >= fromMs)?.[1] ?? 'fresh';
}

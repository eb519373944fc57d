import type { Scheduler } from './scheduler';

/** The server's clock as seen from here. */
export interface ServerClock {
  /** A frame that left the server at `serverTime` has just arrived. */
  observe(serverTimeMs: number): void;
  /** Unix ms; this machine's clock until something was observed. */
  nowMs: () => number;
}

/** About a minute of heartbeats: long enough to meet a fast one, short enough to follow drift. */
const WINDOW = 60;

/**
 * Estimates the server's clock by the least delayed frame of the last minute: a frame can only arrive late,
 * so the largest `serverTime − now` is nearest the truth (it errs by that frame's one-way delay).
 * Measured against the monotonic clock: setting this machine's clock changes nothing.
 */
export function createServerClock(scheduler: Scheduler): ServerClock {
  let offsetsMs: number[] = [];
  let offsetMs: number | null = null;
  return {
    observe: (serverTimeMs) => {
      offsetsMs = [...offsetsMs.slice(1 - WINDOW), serverTimeMs - scheduler.monotonicMs()];
      offsetMs = Math.max(...offsetsMs);
    },
    nowMs: () => (offsetMs === null ? scheduler.nowMs() : scheduler.monotonicMs() + offsetMs),
  };
}

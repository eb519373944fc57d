import type { Scheduler } from '../scheduler';

/** A scheduler whose time only passes when told to. */
export interface ManualScheduler extends Scheduler {
  /** Let time pass: what falls due runs in order of its time. */
  advance(durationMs: number): void;
  /** Run what waits for the next frame. */
  frame(): void;
  /** How much is still scheduled, timers and frames. */
  pending(): number;
}

interface Timer {
  dueAtMs: number;
  run: () => void;
}

/** @param startMs Unix ms at which its time begins */
export function createManualScheduler(startMs: number): ManualScheduler {
  let elapsedMs = 0;
  const timers = new Set<Timer>();
  let frames: (() => void)[] = [];

  const nextDue = (untilMs: number): Timer | undefined =>
    [...timers]
      .filter(({ dueAtMs }) => dueAtMs <= untilMs)
      .sort((a, b) => a.dueAtMs - b.dueAtMs)[0];

  return {
    nowMs: () => startMs + elapsedMs,
    monotonicMs: () => elapsedMs,
    after: (delayMs, run) => {
      const timer: Timer = { dueAtMs: elapsedMs + delayMs, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    nextFrame: (run) => {
      frames.push(run);
      return () => {
        frames = frames.filter((waiting) => waiting !== run);
      };
    },
    advance: (durationMs) => {
      const untilMs = elapsedMs + durationMs;
      for (let timer = nextDue(untilMs); timer !== undefined; timer = nextDue(untilMs)) {
        timers.delete(timer);
        elapsedMs = timer.dueAtMs;
        timer.run();
      }
      elapsedMs = untilMs;
    },
    frame: () => {
      const due = frames;
      frames = [];
      for (const run of due) run();
    },
    pending: () => timers.size + frames.length,
  };
}

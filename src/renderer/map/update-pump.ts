export interface PumpTimer {
  nowMs(): number;
  /** @returns a function that calls it off */
  after(delayMs: number, run: () => void): () => void;
}

export interface PumpOptions {
  /** Shortest time from one start to the next. */
  minIntervalMs: number;
  /** After a run, rest this many times as long as it took: slow machines update less often, not later and later. */
  restFactor: number;
  timer: PumpTimer;
}

export interface UpdatePump {
  /** Something is new. Any number of requests until the next run make one run. */
  request: () => void;
  dispose: () => void;
}

/**
 * Runs `send` one at a time. While a run is under way requests coalesce, so what waits is never more
 * than the latest state; a failed run counts as finished and the next request tries again.
 */
export function createUpdatePump(send: () => Promise<void>, options: PumpOptions): UpdatePump {
  const { timer, minIntervalMs, restFactor } = options;
  let phase: 'idle' | 'waiting' | 'sending' | 'disposed' = 'idle';
  let isRequested = false;
  let earliestMs = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;

  const schedule = (): void => {
    phase = 'waiting';
    cancel = timer.after(Math.max(0, earliestMs - timer.nowMs()), run);
  };

  const run = (): void => {
    phase = 'sending';
    isRequested = false;
    const startedMs = timer.nowMs();
    const finish = (): void => {
      if (phase === 'disposed') return;
      const tookMs = timer.nowMs() - startedMs;
      earliestMs = startedMs + Math.max(minIntervalMs, tookMs * (1 + restFactor));
      phase = 'idle';
      if (isRequested) schedule();
    };
    send().then(finish, finish);
  };

  return {
    request() {
      isRequested = true;
      if (phase === 'idle') schedule();
    },
    dispose() {
      phase = 'disposed';
      cancel?.();
    },
  };
}

/** The browser's clock and timers. */
export const browserTimer: PumpTimer = {
  nowMs: () => performance.now(),
  after: (delayMs, run) => {
    const handle = setTimeout(run, delayMs);
    return () => clearTimeout(handle);
  },
};

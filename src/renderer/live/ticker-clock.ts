import type { Cancel, Scheduler } from './scheduler';

/** One timer for everything on screen that counts seconds, so that all of it changes at the same moment. */
export interface TickerClock {
  /** The server's clock at the last full second, Unix ms. It only moves while someone listens. */
  secondMs: () => number;
  /** Called once per second of the server's clock. @returns the unsubscribe */
  subscribe: (listener: () => void) => () => void;
}

const SECOND_MS = 1_000;

/** @param serverNowMs the server's clock, Unix ms */
export function createTickerClock(
  serverNowMs: () => number,
  scheduler: Pick<Scheduler, 'after'>,
): TickerClock {
  const listeners = new Set<() => void>();
  let secondMs = floorToSecond(serverNowMs());
  let cancel: Cancel | null = null;

  const schedule = (): void => {
    const nowMs = serverNowMs();
    // Measured anew each time: it keeps in step with the server however the estimate moves.
    cancel = scheduler.after(SECOND_MS - (nowMs - floorToSecond(nowMs)), tick);
  };
  const tick = (): void => {
    // A timer may fire a little early; rounding keeps it from showing the same second twice.
    secondMs = Math.round(serverNowMs() / SECOND_MS) * SECOND_MS;
    schedule();
    for (const listener of listeners) listener();
  };

  return {
    secondMs: () => {
      if (cancel === null) secondMs = floorToSecond(serverNowMs());
      return secondMs;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      if (cancel === null) {
        secondMs = floorToSecond(serverNowMs());
        schedule();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        cancel?.();
        cancel = null;
      };
    },
  };
}

const floorToSecond = (ms: number): number => Math.floor(ms / SECOND_MS) * SECOND_MS;

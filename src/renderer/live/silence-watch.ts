import { STALE_AFTER_MS } from '@shared/protocol/stream';

import type { Cancel, Scheduler } from './scheduler';

/** A line silent for so long is taken for dead, whatever the socket believes (a half-open TCP connection). */
export const DEAD_AFTER_MS = 10_000;

export interface SilenceWatch {
  /** Something was heard, or a try began: the wait starts anew. */
  restart(): void;
  stop(): void;
}

/** Calls `onSilent` after `STALE_AFTER_MS` without a sound and `onDead` after `DEAD_AFTER_MS`. */
export function createSilenceWatch(
  scheduler: Scheduler,
  onSilent: () => void,
  onDead: () => void,
): SilenceWatch {
  let cancel: Cancel | null = null;
  const stop = (): void => {
    cancel?.();
    cancel = null;
  };
  return {
    restart: () => {
      stop();
      cancel = scheduler.after(STALE_AFTER_MS, () => {
        cancel = scheduler.after(DEAD_AFTER_MS - STALE_AFTER_MS, onDead);
        onSilent();
      });
    },
    stop,
  };
}

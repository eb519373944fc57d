import { STALE_AFTER_MS } from '@shared/protocol/stream';

import type { Cancel, Scheduler } from './scheduler';

/** A line silent for so long is taken for dead, whatever the socket believes (a half-open TCP connection). */
export const DEAD_AFTER_MS = 5_000;
/** A try ends by itself; this is for one whose answer is lost half-way. Longer than any try may take. */
export const DEAD_TRY_AFTER_MS = 15_000;
/** As long as a large snapshot may take over the slowest line that is of any use. */
export const LONGEST_PATIENCE_MS = 80_000;

/**
 * What was heard: a try begins and so may an answer; the server's greeting, after which a snapshot may keep the
 * line busy; a heartbeat.
 */
export type Sign = 'trying' | 'greeting' | 'heartbeat';

export interface SilenceWatch {
  /** The wait starts anew. */
  restart(sign: Sign): void;
  stop(): void;
}

/**
 * Calls `onSilent` after `STALE_AFTER_MS` without a sound, and `onDead` once the line is taken for dead. One that was
 * greeted and given up before its first heartbeat may only have been slow, with the whole state on its way: the
 * next one is given twice the time, or a client behind a slow line would begin anew for ever.
 */
export function createSilenceWatch(
  scheduler: Scheduler,
  onSilent: () => void,
  onDead: () => void,
): SilenceWatch {
  let cancel: Cancel | null = null;
  let lastSign: Sign = 'trying';
  let patienceMs = DEAD_AFTER_MS;
  const stop = (): void => {
    cancel?.();
    cancel = null;
  };
  const giveUp = (): void => {
    if (lastSign === 'greeting') patienceMs = Math.min(2 * patienceMs, LONGEST_PATIENCE_MS);
    onDead();
  };
  return {
    restart: (sign) => {
      stop();
      lastSign = sign;
      if (sign === 'heartbeat') patienceMs = DEAD_AFTER_MS;
      const deadAfterMs = {
        trying: DEAD_TRY_AFTER_MS,
        greeting: patienceMs,
        heartbeat: DEAD_AFTER_MS,
      }[sign];
      cancel = scheduler.after(STALE_AFTER_MS, () => {
        cancel = scheduler.after(deadAfterMs - STALE_AFTER_MS, giveUp);
        onSilent();
      });
    },
    stop,
  };
}

import type { PositionTuple } from '@shared/protocol/positions';

import type { PositionFeed } from './model';
import type { Cancel, Scheduler } from './scheduler';

/** The feed as its owner sees it: screens get the reading half. */
export interface PositionStore extends PositionFeed {
  /** Keep what is newer than what is held; tell the listeners at the next frame. */
  push(tuples: readonly PositionTuple[]): void;
  /** Forget all: another city's units. */
  clear(): void;
  stop(): void;
}

const OBSERVED_AT = 5;

/**
 * Latest position per unit, by the time it was observed: a late or repeated report changes nothing.
 * However many batches arrive, listeners are called at most once per frame.
 */
export function createPositionStore(
  scheduler: Scheduler,
  initial: readonly PositionTuple[] = [],
): PositionStore {
  const latest = new Map(initial.map((tuple) => [tuple[0], tuple]));
  const listeners = new Set<(moved: ReadonlySet<string>) => void>();
  let moved = new Set<string>();
  let cancelNotice: Cancel | null = null;

  const notify = (): void => {
    const ids = moved;
    moved = new Set();
    cancelNotice = null;
    for (const listener of listeners) listener(ids);
  };
  const noteMoved = (unitId: string): void => {
    moved.add(unitId);
    cancelNotice ??= scheduler.nextFrame(notify);
  };

  return {
    get: (unitId) => latest.get(unitId),
    all: () => latest,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    push: (tuples) => {
      for (const tuple of tuples) {
        const known = latest.get(tuple[0]);
        if (known !== undefined && known[OBSERVED_AT] >= tuple[OBSERVED_AT]) continue;
        latest.set(tuple[0], tuple);
        noteMoved(tuple[0]);
      }
    },
    clear: () => {
      for (const unitId of latest.keys()) noteMoved(unitId);
      latest.clear();
    },
    stop: () => {
      cancelNotice?.();
      cancelNotice = null;
    },
  };
}

import type { StreamFrame } from './frames';
import type { Cancel, Scheduler } from './scheduler';

export interface InboxOptions {
  scheduler: Scheduler;
  /** Called at most once per frame with what came since, in order of arrival; never with nothing. */
  deliver: (frames: readonly StreamFrame[]) => void;
  /** The queue was full and all but its hello was dropped: what was missed must be asked for again. */
  overflow: () => void;
  /** How many changes may wait (a frame without changes counts as one). */
  capacity?: number;
}

export interface Inbox {
  push(frame: StreamFrame): void;
  /** Forget what waits and cancel the delivery. */
  clear(): void;
}

/** More than the longest resume the server answers with changes, so that an answer always fits. */
export const INBOX_CAPACITY = 25_000;

/** Frames wait here and are delivered together, once per animation frame. Bounded: see `overflow`. */
export function createInbox({
  scheduler,
  deliver,
  overflow,
  capacity = INBOX_CAPACITY,
}: InboxOptions): Inbox {
  let waiting: StreamFrame[] = [];
  let size = 0;
  let cancelDelivery: Cancel | null = null;

  const clear = (): void => {
    waiting = [];
    size = 0;
    cancelDelivery?.();
    cancelDelivery = null;
  };

  const flush = (): void => {
    const frames = waiting;
    clear();
    deliver(frames);
  };

  return {
    push: (frame) => {
      waiting.push(frame);
      size += weightOf(frame);
      cancelDelivery ??= scheduler.nextFrame(flush);
      if (size <= capacity) return;
      // A hello says which log the rest belongs to, so it outlives the rest.
      waiting = waiting.filter(({ kind }) => kind === 'hello');
      size = waiting.length;
      overflow();
    },
    clear,
  };
}

function weightOf(frame: StreamFrame): number {
  return frame.kind === 'changes' ? Math.max(1, frame.frame.changes.length) : 1;
}

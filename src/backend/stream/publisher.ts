import { invariant } from '@shared/assert';
import type { LoggedChange } from '@shared/protocol/logged-change';

import type { Clock } from '../clock';
import type { Log } from '../log';
import type { ChangeSource } from './change-source';
import { createWakeSignal } from './wake-signal';

/** Finds what other nodes of the same database commit, and proves that the log can be read. */
const POLL_MS = 1_000;
const BATCH_SIZE = 500;
const FIRST_RETRY_MS = 200;
const LAST_RETRY_MS = 5_000;
/** Longer than this without a successful read, and nobody may be told that the picture is current. */
const CURRENT_FOR_MS = 3_000;

/** Never empty; contiguous, in seq order, directly after the batch before. */
export type ChangeBatch = readonly [LoggedChange, ...LoggedChange[]];

export interface Publisher {
  /** Seq of the last change given to the subscribers. */
  seq(): number;
  /** Whether the log was read lately, so that `seq` is its end but for the last moments. */
  isCurrent(): boolean;
  /** Batches from the next one on. A listener must not throw. @returns the unsubscribe */
  subscribe(listener: (batch: ChangeBatch) => void): () => void;
  /** Resolves once no read is under way. */
  stop(): Promise<void>;
}

interface Deps {
  source: ChangeSource;
  /** The log is published from the change after this one. */
  fromSeq: number;
  clock: Clock;
  log: Log;
}

/**
 * Tail the change log: woken by each commit, and by a slow poll; retries with back-off while the store fails.
 * It holds one batch at a time, whatever the log's length.
 */
export function startPublisher({ source, fromSeq, clock, log }: Deps): Publisher {
  const listeners = new Set<(batch: ChangeBatch) => void>();
  const signal = createWakeSignal();
  const unsubscribe = source.onCommit(() => signal.wake());
  let seq = fromSeq;
  let lastReadMs = clock.nowMs();
  let failures = 0;
  let isStopped = false;

  async function run(): Promise<void> {
    while (!isStopped) {
      try {
        await publishRest();
        if (failures > 0) log.info({ seq, failures }, 'the change log can be read again');
        failures = 0;
        await signal.wait(POLL_MS);
      } catch (error) {
        if (failures === 0)
          log.error({ err: error, seq }, 'the change log cannot be read; retrying');
        failures += 1;
        // A commit does not cut this short: while the store is down, wakes say nothing.
        await waitAtLeast(Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS));
      }
    }
  }

  async function publishRest(): Promise<void> {
    for (;;) {
      const changes = await source.readChangesAfter(seq, BATCH_SIZE);
      lastReadMs = clock.nowMs();
      const [first, ...rest] = changes;
      if (first === undefined || isStopped) return;
      publish([first, ...rest]);
      if (changes.length < BATCH_SIZE) return;
    }
  }

  function publish(batch: ChangeBatch): void {
    for (const [index, { change }] of batch.entries()) {
      invariant(
        change.seq === seq + 1 + index,
        `change ${seq + 1 + index} of the log, got ${change.seq}`,
      );
    }
    seq += batch.length;
    for (const listener of listeners) listener(batch);
  }

  let endRetryWait: (() => void) | null = null;
  async function waitAtLeast(durationMs: number): Promise<void> {
    if (isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, durationMs);
      endRetryWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endRetryWait = null;
  }

  const running = run();
  return {
    seq: () => seq,
    isCurrent: () => failures === 0 && clock.nowMs() - lastReadMs <= CURRENT_FOR_MS,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async stop() {
      isStopped = true;
      unsubscribe();
      signal.wake();
      endRetryWait?.();
      await running;
    },
  };
}

import { setTimeout } from 'node:timers/promises';

import type { Log } from '../log';
import type { Simulator } from './run-simulator';

/** How long a window that opens with the backend has the processor to itself before the demo city catches up. */
const CATCH_UP_AFTER_MS = 4_000;

export interface RunDemoOptions {
  log: Log;
  /** Brings in what is missing since the last run; null: its past is whole. */
  catchUp: (() => Promise<unknown>) | null;
  startLive: () => Simulator;
}

/**
 * Let the demo city live: what is missing of its past comes in behind the last picture, then the live city goes on.
 * @returns stops it, whatever it is doing
 */
export function runDemo({ log, catchUp, startLive }: RunDemoOptions): () => Promise<void> {
  const abort = new AbortController();
  const { signal } = abort;

  async function run(): Promise<Simulator | null> {
    if (catchUp !== null) {
      await setTimeout(CATCH_UP_AFTER_MS, undefined, { signal });
      await catchUp();
    }
    return signal.aborted ? null : startLive();
  }

  const simulator = run().catch((error: unknown) => {
    if (!signal.aborted) log.error({ err: error }, 'the simulated city stands still');
    return null;
  });
  return async () => {
    abort.abort();
    await (await simulator)?.stop();
  };
}

import { once } from 'node:events';
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
 * @param signal ends it, whatever it is doing
 */
export async function runDemo(
  { log, catchUp, startLive }: RunDemoOptions,
  signal: AbortSignal,
): Promise<void> {
  try {
    if (catchUp !== null) {
      await setTimeout(CATCH_UP_AFTER_MS, undefined, { signal });
      await catchUp();
    }
    if (signal.aborted) return;
    const simulator = startLive();
    await once(signal, 'abort');
    await simulator.stop();
  } catch (error) {
    if (!signal.aborted) log.error({ err: error }, 'the simulated city stands still');
  }
}

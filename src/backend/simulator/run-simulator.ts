import { randomUUID } from 'node:crypto';

import { HOUR_MS } from '@shared/domain/time';

import { createIntakeClient, type IntakeClient } from '../intake/intake-client';
import { pause } from '../intake/send-with-retry';
import { adoptPicture } from './adopt-picture';
import { createLiveCity, type LiveCity } from './live-city';
import { createOutbox, type Outbox } from './outbox';
import { positionReports } from './position-reports';
import { createPictureReader, type ReadPicture } from './server-picture';
import type { SimulatorOptions } from './simulator-options';
import { stepWorld } from './step-world';

export interface Simulator {
  /** Let a chemical event begin now. */
  surge(): void;
  stop(): Promise<void>;
}

/** A window that opens with the backend reads its first picture before the city begins to stir. */
const START_AFTER_MS = 3_000;
/** At most ten requests a second besides positions: the warm picture's 80 or so are there in eight seconds. */
const PACE_MS = 100;
const TICK_MS = 1_000;
const COMPARE_EVERY_TICKS = 8;
/** With this much unsent the world stands still, so that what waits stays bounded. */
const MAX_WAITING = 400;
const RESTART_WAIT_MS = 5_000;
const HOURS_BETWEEN_SURGES = 4;

/**
 * Play the demo city through the HTTP intake, like any other source. It never ends the process: whatever
 * goes wrong is logged, and it begins again from what the backend says.
 */
export function startSimulator(options: SimulatorOptions): Simulator {
  const abort = new AbortController();
  // Whoever shows the product can have its most dramatic hour at once.
  const wanted = { surge: process.env['CC_SURGE'] === 'now' };
  const done = keepRunning(options, wanted, abort.signal);
  return {
    surge: () => {
      wanted.surge = true;
    },
    stop: async () => {
      abort.abort();
      await done;
    },
  };
}

interface Wanted {
  surge: boolean;
}

async function keepRunning(
  options: SimulatorOptions,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<void> {
  await pause(START_AFTER_MS, signal);
  while (!signal.aborted) {
    try {
      await play(options, wanted, signal);
    } catch (error) {
      options.log.warn({ err: error }, 'the simulated city begins again');
      await pause(RESTART_WAIT_MS, signal);
    }
  }
}

async function play(options: SimulatorOptions, wanted: Wanted, signal: AbortSignal): Promise<void> {
  const { city, log } = options;
  const client = createIntakeClient(options);
  const runAbort = new AbortController();
  const runSignal = AbortSignal.any([signal, runAbort.signal]);
  const outbox = createOutbox({
    client,
    statusCodes: new Map(
      [...city.unitStatuses].reverse().map(({ meaning, code }) => [meaning, code]),
    ),
    runId: `sim-${randomUUID()}`,
    retry: {
      signal: runSignal,
      sleep: pause,
      onAway: (reason) =>
        log.warn(
          { reason },
          reason === null ? 'the intake answers again' : 'the intake does not answer',
        ),
    },
    paceMs: PACE_MS,
    onRefused: (intent, reason) =>
      log.debug(
        { intent: intent.kind, reason },
        'the intake refused; the next comparison sets it right',
      ),
  });
  const readPicture = createPictureReader(client);
  const live = await createLiveCity(options, client, readPicture, outbox);
  const sending = outbox.run();
  try {
    await tickOn({ ...options, live, wanted, signal: runSignal, client, readPicture, outbox });
  } finally {
    runAbort.abort();
    await sending;
  }
}

interface Ticking extends SimulatorOptions {
  live: LiveCity;
  wanted: Wanted;
  signal: AbortSignal;
  client: IntakeClient;
  readPicture: ReadPicture;
  outbox: Outbox;
}

async function tickOn({
  live,
  wanted,
  signal,
  client,
  readPicture,
  outbox,
  clock,
  rate,
}: Ticking): Promise<void> {
  let arePositionsUnderWay = false;
  for (let tick = 1; !signal.aborted; tick += 1) {
    const startedMs = clock.nowMs();
    if (
      wanted.surge ||
      live.world.random.chance((rate * TICK_MS) / (HOURS_BETWEEN_SURGES * HOUR_MS))
    ) {
      wanted.surge = false;
      live.beginSurge(startedMs);
    }
    if (outbox.size() < MAX_WAITING) {
      live.planAhead(startedMs);
      stepWorld(live.world, startedMs, outbox.put);
    }
    if (!arePositionsUnderWay) {
      const reports = positionReports(live.world, startedMs);
      arePositionsUnderWay = reports.length > 0;
      // One batch at a time: while one is under way the next is simply left out, a later one replaces it.
      if (reports.length > 0) {
        void client.postPositions(reports).then(() => {
          arePositionsUnderWay = false;
        });
      }
    }
    if (tick % COMPARE_EVERY_TICKS === 0 && outbox.size() === 0) {
      const picture = await readPicture();
      adoptPicture(live.world, picture, live.adoptContext(clock.nowMs()));
    }
    await pause(Math.max(50, TICK_MS - (clock.nowMs() - startedMs)), signal);
  }
}

import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { percentile } from '@shared/domain/percentile';

import { createAreasInForce } from '../../src/backend/areas/areas-in-force';
import { loadCityPack } from '../../src/backend/city-pack/load-city-pack';
import { systemClock } from '../../src/backend/clock';
import { silentLog } from '../../src/backend/log';
import { recordCall } from '../../src/backend/operations/record-call';
import type { Caller } from '../../src/backend/operations/run-write';
import { findAppRoot } from '../../src/backend/resources-root';
import { insertCall } from '../../src/backend/store/calls';
import { readHead } from '../../src/backend/store/change-log';
import type { Store } from '../../src/backend/store/open-store';
import { benchSealing } from './bench-sealing';
import { ENGINES, type Engine, openBenchStore } from './bench-store';

const BATCH = 50;
const WRITERS = 8;
const WARM_UP = 100;
const WANTED_ONE_BY_ONE = 300;

/**
 * Durable changes a second on disk, on PGlite or PostgreSQL: calls recorded by the operation itself, each in a
 * transaction of its own, one after another and by several writers at once; then in transactions of fifty. The last
 * line is one JSON object.
 * @throws Error when the log does not hold exactly what was written
 */
export async function run(args: string[]): Promise<void> {
  const { seconds, engine } = readArguments(args);
  const appRoot = findAppRoot(import.meta.url);
  const bench = await openBenchStore(engine);
  const { store, openMs } = bench;
  console.log(`first opening of the database (${engine}): ${openMs} ms`);
  try {
    const city = await loadCityPack(join(appRoot, 'resources', 'cities', 'cilegon'));
    const areas = createAreasInForce(city, null);
    const deps = { store, clock: systemClock, city, areas, log: silentLog, ...benchSealing };
    const recordOne = () => recordCall(deps, { type: 'normal' }, CALLER);
    for (let index = 0; index < WARM_UP; index += 1) await recordOne();

    const single = await measure(seconds, recordOne);
    const oneByOnePerSecond = Math.round(single.perSecond);
    const p50Ms = rounded(percentile(single.timesMs, 0.5));
    const p95Ms = rounded(percentile(single.timesMs, 0.95));
    console.log(
      `one by one: ${oneByOnePerSecond} changes/s (wanted ${WANTED_ONE_BY_ONE}), p50 ${p50Ms} ms, p95 ${p95Ms} ms`,
    );

    const together = await Promise.all(
      Array.from({ length: WRITERS }, () => measure(seconds, recordOne)),
    );
    const togetherPerSecond = Math.round(sum(together.map(({ perSecond }) => perSecond)));
    console.log(`${WRITERS} writers at once: ${togetherPerSecond} changes/s`);

    const batched = await measure(seconds, () => recordBatch(store));
    const batchedPerSecond = Math.round(batched.perSecond * BATCH);
    console.log(`in batches of ${BATCH}: ${batchedPerSecond} changes/s`);

    const byOne = single.timesMs.length + sum(together.map(({ timesMs }) => timesMs.length));
    const written = WARM_UP + byOne + batched.timesMs.length * BATCH;
    const { seq } = await readHead(store.db);
    if (seq !== written) throw new Error(`The log holds ${seq} changes, ${written} were written.`);
    console.log(
      JSON.stringify({
        bench: 'store',
        engine,
        oneByOnePerSecond,
        togetherPerSecond,
        batchedPerSecond,
        p50Ms,
        p95Ms,
      }),
    );
  } finally {
    await bench.remove();
  }
}

const CALLER: Caller = {
  actor: { kind: 'system', id: 'bench' },
  principal: null,
  idempotency: null,
};

async function recordBatch(store: Store): Promise<void> {
  await store.transact(CALLER.actor, async (tx) => {
    for (let index = 0; index < BATCH; index += 1) {
      const call = {
        id: crypto.randomUUID(),
        type: 'normal' as const,
        receivedAt: systemClock.now(),
        answeredAt: null,
        endedAt: null,
        incidentId: null,
        provenance: null,
      };
      await insertCall(tx.db, call);
      tx.append({ type: 'call.recorded', data: { call } });
    }
  });
}

/** Repeat something for so long. @returns how long each time took, and times per second */
async function measure(
  seconds: number,
  work: () => Promise<unknown>,
): Promise<{ timesMs: number[]; perSecond: number }> {
  const timesMs: number[] = [];
  const startMs = performance.now();
  let nowMs = startMs;
  while (nowMs - startMs < seconds * 1_000) {
    await work();
    const doneMs = performance.now();
    timesMs.push(doneMs - nowMs);
    nowMs = doneMs;
  }
  return { timesMs, perSecond: timesMs.length / ((nowMs - startMs) / 1_000) };
}

const rounded = (ms: number | null): number | null =>
  ms === null ? null : Math.round(ms * 100) / 100;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function readArguments(args: string[]): { seconds: number; engine: Engine } {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '5' },
      engine: { type: 'string', default: 'pglite' },
    },
  });
  const seconds = Number(values.seconds);
  if (!(seconds > 0 && seconds <= 600))
    throw new Error('--seconds wants a number above 0 and up to 600');
  const engine = ENGINES.find((name) => name === values.engine);
  if (engine === undefined) throw new Error(`--engine wants ${ENGINES.join(' or ')}`);
  return { seconds, engine };
}

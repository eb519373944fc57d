import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { CityPack } from '@shared/domain/city-pack';
import { percentile } from '@shared/domain/percentile';
import { PROTOCOL_VERSION } from '@shared/protocol/version';

import { readAccessTokens } from '../../src/backend/access/access-tokens';
import { loadCityPack } from '../../src/backend/city-pack/load-city-pack';
import { systemClock } from '../../src/backend/clock';
import { silentLog } from '../../src/backend/log';
import { findAppRoot } from '../../src/backend/resources-root';
import { readHead } from '../../src/backend/store/change-log';
import { openStore, type Store } from '../../src/backend/store/open-store';
import { readSnapshot } from '../../src/backend/store/snapshot';
import { createLiveClient } from '../../src/renderer/live/create-live-client';
import { fixedCredentials } from '../../src/renderer/live/credentials';
import type { KeptPicture } from '../../src/renderer/live/kept-picture';
import { startPostgresServer } from '../../tests/support/postgres/postgres-server';
import {
  type BackendProcess,
  builtBackend,
  createBackendProcess,
  type Entry,
} from '../backend/backend-process';
import { writeTestCity } from './live/city';
import { fillComplaints, fillIncidents } from './resume/fill-log';

const UNITS = 300;
const INCIDENTS = 2_000;
const COMPLAINTS = 20_000;
const MISSED = 10_000;
const WANTED_MS = 1_000;
const LIVE_LIMIT_MS = 60_000;

/**
 * From the connect to live: with 10,000 changes missed, and with nothing, so that the whole state of 2,000
 * incidents, 300 units and 20,000 complaints is sent. The server is the real backend in a process of its own, the
 * client the renderer's, in this one. The last line is one JSON object.
 */
export async function run(args: string[]): Promise<void> {
  const options = readOptions(args);
  const directory = mkdtempSync(join(tmpdir(), 'cc-bench-resume-'));
  const postgres =
    options.engine === 'postgres' ? await startPostgresServer({ isDurable: true }) : null;
  try {
    const databaseUrl = postgres?.urlOf('postgres') ?? null;
    await writeTestCity(join(directory, 'city'), UNITS);
    const city = await loadCityPack(join(directory, 'city'));
    const backend = await createBackendProcess({
      entry: options.entry,
      dataDir: join(directory, 'data'),
      databaseUrl,
      env: { CC_CITY: join(directory, 'city'), CC_LOG: 'warn' },
      outputFile: join(directory, 'backend.log'),
    });
    // Its first start makes what every data directory has, and registers the units.
    await backend.start();
    await backend.stop('SIGTERM');
    const kept = await fill({ dataDir: backend.dataDir, databaseUrl, city });
    await backend.start();
    try {
      await measure(backend, kept, options);
    } finally {
      await backend.stop('SIGTERM');
    }
  } finally {
    await postgres?.remove();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measure(
  backend: BackendProcess,
  kept: KeptPicture,
  { repeats, engine }: { repeats: number; engine: string },
): Promise<void> {
  const { integration: token } = readAccessTokens(backend.dataDir);
  const headSeq = kept.snapshot.seq + MISSED;
  const resumes: number[] = [];
  const snapshots: number[] = [];
  for (let round = 0; round < repeats; round += 1) {
    resumes.push(await timeToLive(backend.url, token, headSeq, kept));
    snapshots.push(await timeToLive(backend.url, token, headSeq, null));
    console.log(
      `round ${String(round + 1)}: ${String(MISSED)} missed ${String(resumes.at(-1))} ms, snapshot ${String(snapshots.at(-1))} ms`,
    );
  }
  console.log(
    JSON.stringify({
      bench: 'resume',
      engine,
      resume: { missed: MISSED, ...summaryOf(resumes) },
      snapshot: {
        incidents: INCIDENTS,
        units: UNITS,
        complaints: COMPLAINTS,
        ...summaryOf(snapshots),
      },
      wantedMs: WANTED_MS,
    }),
  );
}

/** @returns ms from the connect until a new client is live with everything */
async function timeToLive(
  url: string,
  token: string,
  headSeq: number,
  kept: KeptPicture | null,
): Promise<number> {
  const client = createLiveClient({ kept });
  const startMs = performance.now();
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`not live: ${JSON.stringify(client.store.getState().link)}`));
      }, LIVE_LIMIT_MS);
      client.store.subscribe(({ link, model }) => {
        if (link.kind !== 'live' || model === null || model.seq < headSeq) return;
        clearTimeout(timer);
        resolve();
      });
      client.connect({ url, credentials: fixedCredentials(token) });
    });
    return Math.round(performance.now() - startMs);
  } finally {
    client.stop();
  }
}

/** Write what a client has, then what it will have missed. @returns the picture in between */
async function fill({
  dataDir,
  databaseUrl,
  city,
}: {
  dataDir: string;
  databaseUrl: string | null;
  city: CityPack;
}): Promise<KeptPicture> {
  const store: Store = await openStore({
    dataDir,
    databaseUrl,
    clock: systemClock,
    log: silentLog,
  });
  try {
    await fillIncidents(store, city, INCIDENTS);
    await fillComplaints(store, city, 0, COMPLAINTS - MISSED);
    const snapshot = await readSnapshot(store.db);
    const { streamId } = await readHead(store.db);
    await fillComplaints(store, city, COMPLAINTS - MISSED, MISSED);
    return {
      protocolVersion: PROTOCOL_VERSION,
      freshAtMs: systemClock.nowMs(),
      hello: {
        streamId,
        serverTime: systemClock.now(),
        headSeq: snapshot.seq,
        profile: 'empty',
        cityHash: 'kept',
        serverVersion: 'kept',
      },
      city,
      snapshot,
      ticker: [],
    };
  } finally {
    await store.close();
  }
}

function summaryOf(timesMs: readonly number[]): Record<string, number> {
  return {
    firstMs: timesMs[0] ?? Number.NaN,
    p50Ms: percentile(timesMs, 0.5) ?? Number.NaN,
    p95Ms: percentile(timesMs, 0.95) ?? Number.NaN,
  };
}

function readOptions(args: string[]): {
  engine: 'pglite' | 'postgres';
  repeats: number;
  entry: Entry;
} {
  const { values } = parseArgs({
    args,
    options: {
      engine: { type: 'string', default: 'pglite' },
      repeats: { type: 'string', default: '9' },
      /** Another build of the backend than this repository's. */
      backend: { type: 'string' },
    },
  });
  const { engine } = values;
  if (engine !== 'pglite' && engine !== 'postgres')
    throw new Error('--engine wants pglite or postgres');
  const repeats = Number(values.repeats);
  if (!(Number.isInteger(repeats) && repeats > 0 && repeats <= 200))
    throw new Error('--repeats wants a whole number from 1 to 200');
  const entry: Entry =
    values.backend === undefined
      ? builtBackend(findAppRoot(import.meta.url))
      : [resolve(values.backend)];
  return { engine, repeats, entry };
}

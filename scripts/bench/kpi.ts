import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import { percentile } from '@shared/domain/percentile';
import { DAY_MS, wibDay } from '@shared/domain/time';
import { kpiReportSchema } from '@shared/protocol/kpi';
import Fastify, { type FastifyInstance } from 'fastify';

import { requireToken } from '../../src/backend/access/require-token';
import { createAreasInForce } from '../../src/backend/areas/areas-in-force';
import { createBorder, DIRECT } from '../../src/backend/border/border';
import { loadCityPack } from '../../src/backend/city-pack/load-city-pack';
import { type Clock, systemClock } from '../../src/backend/clock';
import { noFacilities } from '../../src/backend/facilities/no-facilities';
import type { Accounts } from '../../src/backend/http/accounts';
import { registerApi } from '../../src/backend/http/register-api';
import { planReport } from '../../src/backend/kpi/plan-report';
import { readReport } from '../../src/backend/kpi/read-report';
import { silentLog as log } from '../../src/backend/log';
import type { Deps } from '../../src/backend/operations/deps';
import { recordCall } from '../../src/backend/operations/record-call';
import { syncCityPack } from '../../src/backend/operations/sync-city-pack';
import { findAppRoot } from '../../src/backend/resources-root';
import { prepareDemo } from '../../src/backend/simulator/prepare-demo';
import { readHead } from '../../src/backend/store/change-log';
import type { Db } from '../../src/backend/store/database';
import { countCalls, readCalls } from '../../src/backend/store/kpi-calls';
import { countComplaints, countComplaintsByPart } from '../../src/backend/store/kpi-complaints';
import { countIncidents, countIncidentsByHour } from '../../src/backend/store/kpi-incidents';
import {
  readResponse,
  readResponseByCategory,
  readResponseTrend,
} from '../../src/backend/store/kpi-response';
import { openStore } from '../../src/backend/store/open-store';
import { benchAccounts } from './bench-accounts';
import { benchSealing } from './bench-sealing';

const DAYS = 90;
const SEED = 112;
const WANTED_REPORT_MS = 300;
/** Older than any report that is kept, so that the next request counts again. */
const STEP_MS = 60_000;

/**
 * The KPI report on 90 days of the simulated city on PGlite on disk: each query alone, then the report over
 * HTTP, counted anew and kept, and a write that comes while it is counted. The last line is one JSON object.
 */
export async function run(args: string[]): Promise<void> {
  const runs = readRuns(args);
  const dataDir = mkdtempSync(join(tmpdir(), 'cc-bench-kpi-'));
  const appRoot = findAppRoot(import.meta.url);
  const store = await openStore({
    dataDir,
    databaseUrl: null,
    clock: systemClock,
    log,
    emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
  });
  try {
    const city = await loadCityPack(join(appRoot, 'resources', 'cities', 'cilegon'));
    const areas = createAreasInForce(city, null);
    const deps = { store, clock: systemClock, city, areas, log };
    await syncCityPack(deps, 'bench');
    const records = await prepareDemo({
      ...deps,
      seed: SEED,
      days: DAYS,
      onProgress: () => undefined,
    });
    console.log(
      `${DAYS} days: ${records.calls} calls, ${records.incidents} incidents, ${records.complaints} complaints`,
    );

    const queries = await measureQueries(store.db, runs);
    const report = await measureReport(deps, runs);
    console.log(`wanted: report counted anew in ${WANTED_REPORT_MS} ms`);
    console.log(
      JSON.stringify({
        bench: 'kpi',
        ...records,
        runs,
        wantedReportMs: WANTED_REPORT_MS,
        ...report,
        queries,
      }),
    );
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true });
  }
}

interface Times {
  p50Ms: number;
  p95Ms: number;
}

async function measureQueries(db: Db, runs: number): Promise<Record<string, Times>> {
  const { window, bucket } = planReport(lastDays(), systemClock.now());
  const queries: Record<string, () => Promise<unknown>> = {
    readHead: () => readHead(db),
    readCalls: () => readCalls(db, window, bucket),
    countIncidents: () => countIncidents(db, window),
    countIncidentsByHour: () => countIncidentsByHour(db, window),
    readResponseTrend: () => readResponseTrend(db, window, bucket),
    readResponseByCategory: () => readResponseByCategory(db, window),
    countComplaintsByPart: () => countComplaintsByPart(db, window),
    // The days before have no records here, so that what is read for them is measured on the period's own.
    countCalls: () => countCalls(db, window),
    readResponse: () => readResponse(db, window),
    countComplaints: () => countComplaints(db, window),
  };
  const times: Record<string, Times> = {};
  for (const [name, query] of Object.entries(queries))
    times[name] = await measure(name, runs, query);
  return times;
}

async function measureReport(deps: Deps, runs: number): Promise<Record<string, Times>> {
  const clock = steppingClock();
  const { token, accounts } = await benchAccounts(deps.store, 'supervisor');
  const app = await serve({ ...deps, clock }, accounts);
  const { from, to } = lastDays();
  const base = await app.listen({ host: '127.0.0.1', port: 0 });
  const url = `${base}/api/v1/kpi?from=${from}&to=${to}`;
  const headers = { authorization: `Bearer ${token}` };
  const get = async () => kpiReportSchema.parse(await (await fetch(url, { headers })).json());
  try {
    const reportCounted = await measure('report over HTTP, counted', runs, async () => {
      clock.step();
      await get();
    });
    const reportKept = await measure('report over HTTP, kept', runs, get);
    // The embedded database takes one transaction at a time: the write waits for the whole report.
    const writeMeanwhile = await measure('call recorded while it is counted', runs, async () => {
      const reading = readReport(deps.store.db, systemClock, lastDays(), []);
      const startMs = performance.now();
      await recordCall({ ...deps, ...benchSealing }, { type: 'normal' }, CALLER);
      const waitedMs = performance.now() - startMs;
      await reading;
      return waitedMs;
    });
    // What else the process does waits for one query at most.
    const stall = monitorEventLoopDelay({ resolution: 1 });
    const longestStall = await measure('longest stall of the process meanwhile', runs, async () => {
      stall.reset();
      stall.enable();
      await readReport(deps.store.db, systemClock, lastDays(), []);
      stall.disable();
      return stall.max / 1e6;
    });
    return { reportCounted, reportKept, writeMeanwhile, longestStall };
  } finally {
    accounts.stop();
    await app.close();
  }
}

const CALLER = {
  actor: { kind: 'system', id: 'bench' },
  principal: null,
  idempotency: null,
} as const;

async function serve(deps: Deps, accounts: Accounts): Promise<FastifyInstance> {
  const app = Fastify({ logger: false });
  await registerApi(app, {
    ...deps,
    ...benchSealing,
    facilities: noFacilities,
    basemap: { kind: 'schematic', problem: null },
    border: createBorder(DIRECT, systemClock),
    positions: { report: () => ({ accepted: 0, rejected: [] }) },
    accounts,
    openBackup: () => Promise.reject(new Error('a bench makes no backup')),
    authenticate: requireToken(accounts),
  });
  return app;
}

/** @param work its time, ms, where it measures itself; else it is measured as a whole */
async function measure(name: string, runs: number, work: () => Promise<unknown>): Promise<Times> {
  await work();
  const timesMs: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const startMs = performance.now();
    const own = await work();
    timesMs.push(typeof own === 'number' ? own : performance.now() - startMs);
  }
  const times = {
    p50Ms: rounded(percentile(timesMs, 0.5)),
    p95Ms: rounded(percentile(timesMs, 0.95)),
  };
  console.log(`${name}: p50 ${times.p50Ms} ms, p95 ${times.p95Ms} ms`);
  return times;
}

const rounded = (ms: number | null): number => Math.round((ms ?? Number.NaN) * 100) / 100;

function lastDays() {
  const nowMs = systemClock.nowMs();
  return {
    from: wibDay(new Date(nowMs - (DAYS - 1) * DAY_MS).toISOString()),
    to: wibDay(systemClock.now()),
  };
}

/** The machine's clock, put forward a minute at each step. */
function steppingClock(): Clock & { step(): void } {
  let aheadMs = 0;
  const nowMs = () => systemClock.nowMs() + aheadMs;
  return {
    nowMs,
    now: () => new Date(nowMs()).toISOString(),
    step: () => {
      aheadMs += STEP_MS;
    },
  };
}

function readRuns(args: string[]): number {
  const { values } = parseArgs({ args, options: { runs: { type: 'string', default: '30' } } });
  const runs = Number(values.runs);
  if (!(Number.isInteger(runs) && runs >= 1 && runs <= 1_000))
    throw new Error('--runs wants a whole number from 1 to 1000');
  return runs;
}

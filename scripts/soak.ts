import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { percentile } from '@shared/domain/percentile';

import { readAccessTokens } from '../src/backend/access/access-tokens';
import { findAppRoot } from '../src/backend/resources-root';
import { builtBackend, createBackendProcess } from './backend/backend-process';
import { startChurn } from './soak/churn';
import { type Sample, sampleSchema, type TimedSample } from './soak/sample';
import { slopeOf } from './soak/slope';

const SAMPLE_EVERY_MS = 5_000;
/** Caches fill, code is compiled and the heap finds its size: at least a minute, at most a third. */
const WARM_UP_SHARE = 1 / 3;
const WARM_UP_MAX_MS = 180_000;
const HOUR_MS = 3_600_000;
const MEGABYTE = 1_048_576;
const WANTED_LAG_P99_MS = 50;
const PROBE = ['--expose-gc', '--import', new URL('./soak/probe.mjs', import.meta.url).href];

/**
 * The simulated city at many times its speed, and clients that come and go, for minutes (`npm run soak -- --minutes M`):
 * does anything grow? Watched are the backend's process and one with the data side of a window. Slopes are of what
 * is left after a full collection, with their standard error: one within twice that is none. The last line is one
 * JSON object.
 */
async function main(): Promise<void> {
  const { minutes, rate, seed, entry } = readOptions(process.argv.slice(2));
  const directory = mkdtempSync(join(tmpdir(), 'cc-soak-'));
  let answer: ((message: unknown) => void) | null = null;
  const backend = await createBackendProcess({
    entry: [entry[0], ...PROBE],
    dataDir: join(directory, 'data'),
    databaseUrl: null,
    env: { CC_PROFILE: 'demo', CC_RATE: String(rate), CC_SEED: '112', CC_LOG: 'warn' },
    outputFile: join(directory, 'backend.log'),
    onMessage: (message) => answer?.(message),
  });
  const sampleBackend = (): Promise<Sample> =>
    new Promise((take) => {
      answer = (message) => take(sampleSchema.parse(message));
      backend.tell('sample');
    });
  let viewer: ChildProcess | null = null;
  try {
    await backend.start();
    const { integration: token } = readAccessTokens(backend.dataDir);
    viewer = fork(new URL('./soak/viewer.ts', import.meta.url), [backend.url, token], {
      execArgv: [...process.execArgv, ...PROBE],
      stdio: 'inherit',
    });
    const sampleViewer = sampler(viewer);
    const churn = await startChurn(backend.port, token, seed);
    const samples: { backend: TimedSample[]; renderer: TimedSample[] } = {
      backend: [],
      renderer: [],
    };
    const startMs = performance.now();
    const lastMs = startMs + minutes * 60_000;
    while (performance.now() < lastMs) {
      await delay(SAMPLE_EVERY_MS);
      const atHours = (performance.now() - startMs) / HOUR_MS;
      samples.backend.push({ ...(await sampleBackend()), atHours });
      samples.renderer.push({ ...(await sampleViewer()), atHours });
    }
    await churn.stop();
    const warmUpHours = Math.min(WARM_UP_MAX_MS, minutes * 60_000 * WARM_UP_SHARE) / HOUR_MS;
    console.log(
      JSON.stringify({
        minutes,
        rate,
        backend: reportOf(samples.backend, warmUpHours),
        renderer: reportOf(samples.renderer, warmUpHours),
        churn: churn.counts,
        wantedLagP99Ms: WANTED_LAG_P99_MS,
      }),
    );
  } finally {
    viewer?.kill();
    await backend.stop('SIGTERM');
    rmSync(directory, { recursive: true, force: true });
  }
}

function sampler(child: ChildProcess): () => Promise<Sample> {
  return () =>
    new Promise((take) => {
      child.once('message', (message) => take(sampleSchema.parse(message)));
      child.send('sample');
    });
}

function reportOf(all: readonly TimedSample[], warmUpHours: number): object {
  const samples = all.filter(({ atHours }) => atHours >= warmUpHours);
  const growthOf = (pick: (sample: Sample) => number) => {
    const { perUnit, standardError } = slopeOf(
      samples.map((sample) => [sample.atHours, pick(sample) / MEGABYTE] as const),
    );
    return {
      mbPerHour: rounded(perUnit),
      standardError: rounded(standardError),
      isWithinNoise: Math.abs(perUnit) <= 2 * standardError,
    };
  };
  const lags = samples.map(({ lagP99Ms }) => lagP99Ms);
  const last = samples.at(-1);
  return {
    samples: samples.length,
    rss: growthOf(({ rss }) => rss),
    heap: growthOf(({ heapUsed, external }) => heapUsed + external),
    rssMb: rounded((last?.rss ?? 0) / MEGABYTE),
    heapMb: rounded((last?.heapUsed ?? 0) / MEGABYTE),
    handles: { first: samples[0]?.handles, last: last?.handles },
    lagP99Ms: rounded(percentile(lags, 0.5) ?? Number.NaN),
    worstLagP99Ms: rounded(Math.max(...lags)),
    lagMaxMs: rounded(Math.max(...samples.map(({ lagMaxMs }) => lagMaxMs))),
  };
}

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '10' },
      rate: { type: 'string', default: '20' },
      seed: { type: 'string', default: '112' },
      /** Another build of the backend than this repository's. */
      backend: { type: 'string' },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes >= 0.5 && minutes <= 1_440)) throw new Error('--minutes wants 0.5 to 1440');
  const rate = Number(values.rate);
  if (!(rate > 0 && rate <= 100)) throw new Error('--rate wants a number above 0 and up to 100');
  const entry =
    values.backend === undefined
      ? builtBackend(findAppRoot(import.meta.url))
      : ([resolve(values.backend)] as const);
  return { minutes, rate, seed: values.seed, entry };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
});

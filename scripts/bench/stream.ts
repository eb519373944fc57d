import { type ChildProcess, fork } from 'node:child_process';
import { parseArgs } from 'node:util';

import { percentile } from '@shared/domain/percentile';

import { sendLoad } from './stream/load';
import {
  type ClientReport,
  clientReportSchema,
  type Moments,
  momentsSchema,
  serverReadySchema,
} from './stream/messages';

const WANTED_P95_MS = 100;
const WARM_UP_SECONDS = 2;

/**
 * Commit → reducer: how long from a change's commit in the server to the client's model holding it. Server,
 * client and sender are three processes on one machine, over real HTTP and Socket.IO; the reducer and the
 * frame's parser are the renderer's. The last line is one JSON object.
 * @throws Error when a change was lost, repeated or refused
 */
export async function run(args: string[]): Promise<void> {
  const { seconds, changes, positions } = readOptions(args);
  const server = start('./stream/server.ts');
  const client = start('./stream/client.ts');
  try {
    const ready = serverReadySchema.parse(await nextMessage(server));
    client.send(ready);
    await nextMessage(client);
    const load = { server: ready, changesPerSecond: changes, positionsPerSecond: positions };
    await sendLoad({ ...load, seconds: WARM_UP_SECONDS, firstChange: 0 });
    const startMs = performance.timeOrigin + performance.now();
    const accepted = await sendLoad({ ...load, seconds, firstChange: WARM_UP_SECONDS * changes });
    // One tick of the position lane and then some, for what is still on its way.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const report = await ask(client, (message) => clientReportSchema.parse(message));
    const committed = await ask(server, (message) => momentsSchema.parse(message));
    const latencies = latenciesOf(committed, report, startMs);
    process.stdout.write(
      `${JSON.stringify({
        bench: 'stream',
        seconds,
        changes: latencies.length,
        changesPerSecond: rounded(latencies.length / seconds),
        positionsPerSecond: rounded(accepted / seconds),
        positionFrames: report.positionFrames,
        positionsReceived: report.positions,
        p50Ms: rounded(percentile(latencies, 0.5) ?? Number.NaN),
        p95Ms: rounded(percentile(latencies, 0.95) ?? Number.NaN),
        maxMs: rounded(Math.max(...latencies)),
        wantedP95Ms: WANTED_P95_MS,
      })}\n`,
    );
  } finally {
    server.kill();
    client.kill();
  }
}

function readOptions(args: string[]): { seconds: number; changes: number; positions: number } {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: 'string', default: '20' },
      changes: { type: 'string', default: '50' },
      positions: { type: 'string', default: '1000' },
    },
  });
  const numberOf = (name: keyof typeof values): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < 0)
      throw new Error(`--${name} ${values[name]} is not a number`);
    return value;
  };
  return {
    seconds: numberOf('seconds'),
    changes: numberOf('changes'),
    positions: numberOf('positions'),
  };
}

/** Of every change committed since `startMs`. @throws Error when the client did not apply each exactly once */
function latenciesOf(committed: Moments, { applied }: ClientReport, startMs: number): number[] {
  const appliedMs = new Map(applied);
  if (appliedMs.size !== applied.length) throw new Error('a change was sent twice');
  return committed
    .filter(([, committedMs]) => committedMs >= startMs)
    .map(([seq, committedMs]) => {
      const ms = appliedMs.get(seq);
      if (ms === undefined) throw new Error(`change ${seq} did not reach the client`);
      return ms - committedMs;
    });
}

/** A process of ours with the same loader as this one. */
function start(path: string): ChildProcess {
  return fork(new URL(path, import.meta.url), { stdio: 'inherit' });
}

async function ask<T>(child: ChildProcess, parse: (message: unknown) => T): Promise<T> {
  child.send('finish');
  return parse(await nextMessage(child));
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`${child.spawnfile} ended with code ${code ?? 'none'}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

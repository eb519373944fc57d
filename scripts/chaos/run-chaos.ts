import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { percentile } from '@shared/domain/percentile';

import { createRandom, type Random } from '../../src/backend/simulator/random';
import type { Entry } from '../backend/backend-process';
import { BREAKS_STREAM, type FaultKind } from './fault-kinds';
import type { ChaosOptions } from './options';
import { playFault } from './play-fault';
import { createRunLog } from './run-log';
import { type Verdict, verify } from './verify';
import { buildWorld, type World } from './world';

export interface ChaosReport {
  faults: number;
  /** Writes that their senders were told are done. */
  acked: number;
  lost: number;
  duplicated: number;
  /** Clients whose state is not the server's. */
  diverged: number;
  /** Of the faults that broke a stream: from the way being free until the last client was live with everything. */
  recoveryMsP95: number;
  recoveryMsMax: number;
  /** Faults after which a client was not live again in time. */
  notRecovered: number;
  /** Requests that were refused for good. */
  refused: number;
  unanswered: number;
  holes: number;
  engine: string;
  nodes: number;
  seed: string;
  recordFile: string;
}

interface Surroundings {
  /** What is started as the backend. */
  entry: Entry;
  print: (line: string) => void;
}

const RECOVERY_LIMIT_MS = 60_000;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const BETWEEN_FAULTS_MS = 300;

/** One run: faults one after another under load, then the comparison of all that was told with all that is there. */
export async function runChaos(
  options: ChaosOptions,
  { entry, print }: Surroundings,
): Promise<ChaosReport> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'cc-chaos-'));
  mkdirSync(directory, { recursive: true });
  const log = createRunLog(join(resolve(directory), 'faults.jsonl'), print);
  log.record({ options });
  const world = await buildWorld(options, { directory: resolve(directory), entry, log });
  const interrupt = (): void => void world.end().then(() => process.exit(130));
  for (const signal of STOP_SIGNALS) process.once(signal, interrupt);
  try {
    await everyoneLive(world, performance.timeOrigin + performance.now());
    const random = createRandom(`${options.seed}/faults`);
    const draw = drawFrom(options, random);
    const recoveries: number[] = [];
    let notRecovered = 0;
    for (let number = 1; number <= options.faults; number += 1) {
      const kind = draw();
      const { backMs, details, rest } = await playFault(kind, world, random, options.pace);
      const recoveryMs = await everyoneLive(world, backMs);
      await rest;
      await world.untilReady(RECOVERY_LIMIT_MS);
      if (recoveryMs === null) notRecovered += 1;
      else if (BREAKS_STREAM[kind]) recoveries.push(recoveryMs);
      log.record({ number, kind, ...details, recoveryMs });
      print(
        `${String(number).padStart(4)} ${kind.padEnd(20)} ${recoveryMs === null ? 'NOT LIVE' : `live after ${String(recoveryMs)} ms`} ${JSON.stringify(details)}`,
      );
      await delay(BETWEEN_FAULTS_MS);
    }
    const verdict = await verify(world, log);
    return reportOf(options, { verdict, recoveries, notRecovered, recordFile: log.file });
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, interrupt);
    await world.end();
  }
}

/** @returns ms from `backMs` until the last client was live with all that the log held then; null: too late */
async function everyoneLive(world: World, backMs: number): Promise<number | null> {
  const head = await world.headSeq();
  const moments = await Promise.all(
    world.followers.map(({ follower }) => follower.liveAt(head, RECOVERY_LIMIT_MS)),
  );
  if (moments.includes(null)) return null;
  return Math.max(0, Math.round(Math.max(...moments.map((moment) => moment ?? 0)) - backMs));
}

/** Each kind comes once before any comes again, in an order that the seed gives. */
function drawFrom({ kinds, engine }: ChaosOptions, random: Random): () => FaultKind {
  const possible = kinds.filter((kind) => engine === 'postgres' || kind !== 'kill_postgres');
  let bag: FaultKind[] = [];
  return () => {
    if (bag.length === 0) bag = [...possible];
    const kind = random.pick(bag);
    bag.splice(bag.indexOf(kind), 1);
    return kind;
  };
}

function reportOf(
  { faults, engine, nodes, seed }: ChaosOptions,
  outcome: { verdict: Verdict; recoveries: number[]; notRecovered: number; recordFile: string },
): ChaosReport {
  const { verdict, recoveries, notRecovered, recordFile } = outcome;
  return {
    faults,
    acked: verdict.acked,
    lost: verdict.lost.length,
    duplicated: verdict.duplicated.length,
    diverged: verdict.diverged.length,
    recoveryMsP95: percentile(recoveries, 0.95) ?? 0,
    recoveryMsMax: Math.max(0, ...recoveries),
    notRecovered,
    refused: verdict.refused.length,
    unanswered: verdict.unanswered,
    holes: verdict.holes.length,
    engine,
    nodes,
    seed,
    recordFile,
  };
}

/** Whether nothing is wrong with it; how fast it was is for the reader. */
export function isClean(report: ChaosReport): boolean {
  const { lost, duplicated, diverged, notRecovered, refused, unanswered, holes } = report;
  return [lost, duplicated, diverged, notRecovered, refused, unanswered, holes].every(
    (count) => count === 0,
  );
}

import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { percentile } from '@shared/domain/percentile';

import {
  type ClientOrder,
  type Deliveries,
  deliveriesSchema,
  type EmitOrder,
  emitReportSchema,
  SIDES,
  type Side,
  serverReadySchema,
} from './fanout/messages';
import { askWorker, startWorker, type Worker } from './fanout/worker';

const CLIENT_PROCESSES = 2;
const WARM_UP_SECONDS = 2;
/** How long the last batches of a round may be on their way. */
const ARRIVAL_LIMIT_MS = 60_000;
const WANTED_RATIO = 0.85;

/**
 * One batch to many sockets: the product's publisher and gateway, and beside them bare Socket.IO emitting the
 * same bytes, in turns. Sockets live in processes of their own; the log is in memory, so that the store costs
 * nothing. Throughput is counted in batches delivered per second of the server's processor time, which other
 * work on the machine disturbs least. The last line is one JSON object.
 * @throws Error when a batch was lost or a connection ended
 */
export async function run(args: string[]): Promise<void> {
  const { clients, rate, seconds, rounds } = readOptions(args);
  const workers: Worker[] = [];
  try {
    const servers: Record<Side, Worker> = {
      ours: startWorker('./server.ts', ['ours']),
      bare: startWorker('./server.ts', ['bare']),
    };
    workers.push(servers.ours, servers.bare);
    const followers: Worker[] = [];
    const order: ClientOrder = {
      sockets: Math.ceil(clients / CLIENT_PROCESSES),
      servers: [
        { side: 'ours', ...serverReadySchema.parse(await servers.ours.next()) },
        { side: 'bare', ...serverReadySchema.parse(await servers.bare.next()) },
      ],
    };
    for (let index = 0; index < CLIENT_PROCESSES; index += 1) {
      const follower = startWorker('./client.ts', []);
      workers.push(follower);
      followers.push(follower);
      await askWorker(follower, order);
    }
    const sockets = order.sockets * CLIENT_PROCESSES;
    console.log(`${String(sockets)} sockets follow each of the two servers`);

    const measured: Record<Side, Round[]> = { ours: [], bare: [] };
    for (const side of SIDES)
      await playRound(side, servers[side], followers, sockets, {
        batchesPerSecond: rate,
        seconds: WARM_UP_SECONDS,
      });
    for (let round = 0; round < rounds; round += 1) {
      for (const side of SIDES) {
        const result = await playRound(side, servers[side], followers, sockets, {
          batchesPerSecond: rate,
          seconds,
        });
        measured[side].push(result);
        console.log(`round ${String(round + 1)} ${side}: ${JSON.stringify(result)}`);
      }
    }
    const ours = summaryOf(measured.ours);
    const bare = summaryOf(measured.bare);
    const ratio = rounded(ours.deliveredPerCpuSecond / bare.deliveredPerCpuSecond);
    console.log(
      JSON.stringify({
        bench: 'fanout',
        clients: sockets,
        rate,
        ours,
        bare,
        ratio,
        wantedRatio: WANTED_RATIO,
      }),
    );
  } finally {
    for (const worker of workers) worker.kill();
  }
}

interface Round {
  p50Ms: number;
  p95Ms: number;
  deliveredPerSecond: number;
  deliveredPerCpuSecond: number;
  cpuMicrosPerDelivery: number;
  bytesPerBatch: number;
}

async function playRound(
  side: Side,
  server: Worker,
  followers: readonly Worker[],
  sockets: number,
  order: EmitOrder,
): Promise<Round> {
  const startMs = performance.timeOrigin + performance.now();
  const { batches, cpuMs } = emitReportSchema.parse(await askWorker(server, order));
  const deliveries = await gather(side, followers, batches * sockets);
  const delivered = sum(deliveries, ({ batches: count }) => count);
  const latencies = percentilesOf(deliveries);
  const lastMs = Math.max(...deliveries.map((part) => part.lastMs));
  return {
    ...latencies,
    deliveredPerSecond: Math.round(delivered / ((lastMs - startMs) / 1_000)),
    deliveredPerCpuSecond: Math.round(delivered / (cpuMs / 1_000)),
    cpuMicrosPerDelivery: rounded((cpuMs * 1_000) / delivered),
    bytesPerBatch: Math.round(sum(deliveries, ({ bytes }) => bytes) / delivered),
  };
}

/** All that was emitted. @throws Error when it does not arrive */
async function gather(
  side: Side,
  followers: readonly Worker[],
  expected: number,
): Promise<Deliveries[]> {
  const parts: Deliveries[] = [];
  const startMs = performance.now();
  for (;;) {
    for (const follower of followers)
      parts.push(deliveriesSchema.parse(await askWorker(follower, side)));
    const delivered = sum(parts, ({ batches }) => batches);
    if (delivered === expected) return parts;
    if (delivered > expected || performance.now() - startMs > ARRIVAL_LIMIT_MS)
      throw new Error(
        `${side}: ${String(delivered)} batches arrived, ${String(expected)} were due`,
      );
    await delay(200);
  }
}

function percentilesOf(parts: readonly Deliveries[]): { p50Ms: number; p95Ms: number } {
  const counts = new Map<number, number>();
  for (const { latencies } of parts)
    for (const [ms, count] of latencies) counts.set(ms, (counts.get(ms) ?? 0) + count);
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const total = sum(sorted, ([, count]) => count);
  const at = (share: number): number => {
    let seen = 0;
    for (const [ms, count] of sorted) {
      seen += count;
      if (seen >= share * total) return ms;
    }
    return Number.NaN;
  };
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

/** Of each figure the median of the rounds. */
function summaryOf(rounds: readonly Round[]): Round {
  const median = (pick: (round: Round) => number): number =>
    percentile(rounds.map(pick), 0.5) ?? Number.NaN;
  return {
    p50Ms: median((round) => round.p50Ms),
    p95Ms: median((round) => round.p95Ms),
    deliveredPerSecond: median((round) => round.deliveredPerSecond),
    deliveredPerCpuSecond: median((round) => round.deliveredPerCpuSecond),
    cpuMicrosPerDelivery: median((round) => round.cpuMicrosPerDelivery),
    bytesPerBatch: median((round) => round.bytesPerBatch),
  };
}

function readOptions(args: string[]): {
  clients: number;
  rate: number;
  seconds: number;
  rounds: number;
} {
  const { values } = parseArgs({
    args,
    options: {
      clients: { type: 'string', default: '1000' },
      rate: { type: 'string', default: '10' },
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '5' },
    },
  });
  const numberOf = (name: keyof typeof values, max: number): number => {
    const value = Number(values[name]);
    if (!(value > 0 && value <= max))
      throw new Error(`--${name} wants a number above 0 and up to ${String(max)}`);
    return value;
  };
  return {
    clients: Math.ceil(numberOf('clients', 2_000)),
    rate: numberOf('rate', 500),
    seconds: numberOf('seconds', 120),
    rounds: Math.ceil(numberOf('rounds', 50)),
  };
}

const sum = <T>(items: readonly T[], pick: (item: T) => number): number =>
  items.reduce((total, item) => total + pick(item), 0);
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;

import { setTimeout as delay } from 'node:timers/promises';

import { assertNever } from '@shared/assert';

import type { Random } from '../../src/backend/simulator/random';
import type { BackendProcess } from '../backend/backend-process';
import type { FaultKind } from './fault-kinds';
import type { LineState, Link } from './link';
import type { PreloadOrder } from './messages';
import type { World } from './world';

export interface Played {
  /** Unix ms of when nothing stood any more between clients and the log. */
  backMs: number;
  /** What was drawn. */
  details: Record<string, unknown>;
  /** What still has to come back, though clients need not wait for it. */
  rest?: Promise<unknown>;
}

/** Past the twenty seconds after which the server gives a silent socket up, as in a whole minute. */
const SUSPENDED_MS = 25_000;
const READY_LIMIT_MS = 60_000;
const POSTGRES_ATTEMPTS = 20;

/** Do it to the world, wait, and undo it. @throws Error where the world does not come back */
export async function playFault(
  kind: FaultKind,
  world: World,
  random: Random,
  pace: number,
): Promise<Played> {
  const lasting = (minMs: number, maxMs: number): number =>
    Math.round(pace * random.between(minMs, maxMs));
  switch (kind) {
    case 'kill_node': {
      const node = random.pick(world.nodes);
      const downMs = lasting(100, 3_000);
      const revived = world.killNode(node, downMs);
      const details = { node: node.url, downMs };
      // Where another node serves, clients may go there at once.
      if (world.nodes.length > 1) return { backMs: nowMs(), details, rest: revived };
      await revived;
      return { backMs: await world.untilReady(READY_LIMIT_MS), details };
    }
    case 'kill_postgres': {
      const downMs = lasting(100, 4_000);
      await world.postgres?.kill();
      await delay(downMs);
      await restartPostgres(world);
      const startedMs = nowMs();
      const backMs = await world.untilReady(READY_LIMIT_MS);
      return { backMs, details: { downMs, nodesReadyAfterMs: Math.round(backMs - startedMs) } };
    }
    case 'cut_link':
      return disturbLinks(someFollowers(world, random), 'cut', lasting(200, 8_000));
    case 'half_open_link':
      return disturbLinks(someFollowers(world, random), 'half_open', lasting(1_000, 15_000));
    case 'slow_link':
      return disturbLinks(someFollowers(world, random), 'slow', lasting(2_000, 8_000));
    case 'lost_replies':
      return disturbLinks([random.pick(world.writers).link], 'deaf', lasting(1_000, 5_000));
    case 'delayed_requests':
      return disturbLinks([random.pick(world.writers).link], 'slow', lasting(1_000, 5_000));
    case 'duplicated_requests': {
      const { writer } = random.pick(world.writers);
      const holdMs = lasting(1_000, 4_000);
      writer.duplicate(true);
      await delay(holdMs);
      writer.duplicate(false);
      return { backMs: nowMs(), details: { holdMs } };
    }
    case 'clock_jump': {
      const node = random.pick(world.nodes);
      const offsetMs = Math.round(random.between(60_000, 7_200_000)) * random.pick([-1, 1]);
      const holdMs = lasting(1_500, 5_000);
      order(node, { kind: 'clock', offsetMs });
      await delay(holdMs);
      order(node, { kind: 'clock', offsetMs: 0 });
      const backMs = nowMs();
      await world.untilReady(READY_LIMIT_MS);
      return { backMs, details: { node: node.url, offsetMs, holdMs } };
    }
    case 'disk_full':
      return fillDisk(world, lasting(1_000, 5_000));
    case 'suspended_client': {
      const { follower } = random.pick(world.followers);
      const holdMs = Math.round(pace * SUSPENDED_MS);
      follower.suspend();
      await delay(holdMs);
      const backMs = nowMs();
      follower.wake();
      return { backMs, details: { follower: follower.name, holdMs } };
    }
    default:
      return assertNever(kind);
  }
}

/** One of them, or all of them. */
function someFollowers({ followers }: World, random: Random): Link[] {
  const chosen = random.chance(0.3) ? followers : [random.pick(followers)];
  return chosen.map(({ link }) => link);
}

async function disturbLinks(
  links: readonly Link[],
  state: LineState,
  holdMs: number,
): Promise<Played> {
  for (const link of links) link.set(state);
  await delay(holdMs);
  for (const link of links) link.set('whole');
  return { backMs: nowMs(), details: { links: links.length, holdMs } };
}

async function fillDisk(world: World, holdMs: number): Promise<Played> {
  const { disk, postgres, nodes } = world;
  if (disk !== null) disk.fill();
  else for (const node of nodes) order(node, { kind: 'disk', isFull: true });
  await delay(holdMs);
  if (disk !== null) disk.free();
  else for (const node of nodes) order(node, { kind: 'disk', isFull: false });
  const freedMs = nowMs();
  // A server that could not write its log stops; whoever frees its disk starts it again.
  if (postgres !== null && !(await answers(world))) await restartPostgres(world);
  const backMs = await world.untilReady(READY_LIMIT_MS);
  return {
    backMs,
    details: {
      holdMs,
      disk: disk === null ? 'simulated' : 'bounded mount',
      nodesReadyAfterMs: Math.round(backMs - freedMs),
    },
  };
}

async function answers({ postgres }: World): Promise<boolean> {
  // After a crash of one of its processes it recovers by itself, which takes a moment.
  for (let attempt = 0; attempt < 8; attempt += 1) {
    try {
      await postgres?.execute('select 1');
      return true;
    } catch {
      await delay(250);
    }
  }
  return false;
}

/** Until the last process of the killed one is gone, a new one refuses to start. */
async function restartPostgres({ postgres }: World): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await postgres?.kill();
      await postgres?.start();
      return;
    } catch (error) {
      if (attempt === POSTGRES_ATTEMPTS) throw error;
      await delay(250);
    }
  }
}

function order(node: BackendProcess, what: PreloadOrder): void {
  node.tell(what);
}

/** Unix ms with fractions, the same in every process. */
const nowMs = (): number => performance.timeOrigin + performance.now();

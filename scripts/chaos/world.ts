import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { readAccessTokens } from '../../src/backend/access/access-tokens';
import { createRandom } from '../../src/backend/simulator/random';
import {
  type PostgresServer,
  startPostgresServer,
} from '../../tests/support/postgres/postgres-server';
import { type BackendProcess, createBackendProcess, type Entry } from '../backend/backend-process';
import { type BoundedDisk, mountBoundedDisk } from './disk';
import { type Follower, startFollower } from './followers';
import { type Link, openLink } from './link';
import type { ChaosOptions } from './options';
import type { RunLog } from './run-log';
import { startWriter, type Writer } from './writer';

/** Everything that a run has started. */
export interface World {
  readonly nodes: readonly BackendProcess[];
  /** Null: the embedded engine. */
  readonly postgres: PostgresServer | null;
  /** Null: none could be mounted. */
  readonly disk: BoundedDisk | null;
  readonly followers: readonly { follower: Follower; link: Link }[];
  readonly writers: readonly { writer: Writer; link: Link }[];
  readonly databaseUrl: string | null;
  readonly token: string;
  /** SIGKILL, and start again after a while, as a supervisor of processes would. */
  killNode(node: BackendProcess, downMs: number): Promise<void>;
  /** @returns Unix ms of when every node was ready again. @throws Error where one is not in time */
  untilReady(limitMs: number): Promise<number>;
  /** How far the log has come, as far as its nodes know. */
  headSeq(): Promise<number>;
  end(): Promise<void>;
}

const DISK_MEGABYTES = 384;
/** What a supervisor waits before it starts a process that ended by itself. */
const RESTART_PAUSE_MS = 500;
const START_ATTEMPTS = 30;

/** Start all of it. What it starts it ends, even where a step fails. */
export async function buildWorld(
  options: ChaosOptions,
  { directory, entry, log }: { directory: string; entry: Entry; log: RunLog },
): Promise<World> {
  const undo: (() => Promise<void> | void)[] = [];
  const end = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await build();
  } catch (error) {
    await end();
    throw error;
  }

  async function build(): Promise<World> {
    // Where we are root, PostgreSQL runs as another user, who must get through to its own directory.
    chmodSync(directory, 0o711);
    const disk = mountBoundedDisk(join(directory, 'disk'), DISK_MEGABYTES);
    if (disk !== null) undo.push(() => disk.remove());
    const base = disk?.path ?? directory;
    const postgres =
      options.engine === 'postgres'
        ? await startPostgresServer({ isDurable: true, parentDirectory: base })
        : null;
    if (postgres !== null) undo.push(() => postgres.remove());
    await postgres?.execute('create database chaos');
    const databaseUrl = postgres?.urlOf('chaos') ?? null;

    let isEnding = false;
    /** Whom new connections go to. */
    const rotation = new Set<BackendProcess>();
    const nodes: BackendProcess[] = [];

    async function revive(node: BackendProcess, afterMs: number): Promise<void> {
      await delay(afterMs);
      for (let attempt = 1; !isEnding; attempt += 1) {
        try {
          await node.start();
          rotation.add(node);
          return;
        } catch (error) {
          log.note(`${node.url} does not start: ${String(error)}`);
          await node.stop('SIGKILL');
          if (attempt === START_ATTEMPTS) return;
          await delay(RESTART_PAUSE_MS);
        }
      }
    }
    for (let index = 0; index < options.nodes; index += 1) {
      const node: BackendProcess = await createBackendProcess({
        entry: [
          entry[0],
          '--import',
          new URL('./preload.mjs', import.meta.url).href,
          ...entry.slice(1),
        ],
        dataDir: join(base, `node-${String(index + 1)}`),
        databaseUrl,
        env: { CC_LOG: 'info' },
        outputFile: join(directory, `node-${String(index + 1)}.log`),
        onDeath(how) {
          log.note(`${node.url} ended by itself (${how})`);
          rotation.delete(node);
          void revive(node, RESTART_PAUSE_MS);
        },
      });
      nodes.push(node);
      undo.push(() => node.stop('SIGKILL'));
      if (nodes[0] !== undefined && index > 0) shareSecrets(nodes[0].dataDir, node.dataDir);
      await node.start();
      rotation.add(node);
    }
    undo.push(() => {
      isEnding = true;
    });
    const { integration: token } = readAccessTokens(join(base, 'node-1'));

    let turn = 0;
    const pickPort = (): number | null => {
      const choices = [...rotation];
      turn += 1;
      return choices[turn % Math.max(1, choices.length)]?.port ?? null;
    };
    const newLink = async (): Promise<Link> => {
      const link = await openLink(pickPort);
      undo.push(() => link.close());
      return link;
    };

    const followers: World['followers'][number][] = [];
    for (let index = 0; index < options.followers; index += 1) {
      const link = await newLink();
      const follower = await startFollower(`follower-${String(index + 1)}`);
      undo.push(() => follower.end());
      follower.follow(link.url, token);
      followers.push({ follower, link });
    }

    const nextMarker = markersFrom(Date.now() - MARKERS_BEGIN_BEFORE_MS);
    const writers: World['writers'][number][] = [];
    for (let index = 0; index < options.writers; index += 1) {
      const link = await newLink();
      const name = `writer-${String(index + 1)}`;
      const random = createRandom(`${options.seed}/${name}`);
      const writer = startWriter({
        name,
        url: link.url,
        token,
        random,
        perSecond: options.perSecond,
        nextMarker,
      });
      writers.push({ writer, link });
    }

    const world: World = {
      nodes,
      postgres,
      disk,
      followers,
      writers,
      databaseUrl,
      token,
      async killNode(node, downMs) {
        rotation.delete(node);
        await node.stop('SIGKILL');
        await revive(node, downMs);
      },
      async untilReady(limitMs) {
        const startMs = performance.now();
        for (;;) {
          const areReady = await Promise.all(nodes.map((node) => node.isReady()));
          if (!areReady.includes(false) && rotation.size === nodes.length)
            return performance.timeOrigin + performance.now();
          if (performance.now() - startMs > limitMs)
            throw new Error(`not every node is ready after ${String(limitMs)} ms`);
          await delay(25);
        }
      },
      async headSeq() {
        const heads = await Promise.all(nodes.map(headOf));
        return Math.max(0, ...heads);
      },
      end,
    };
    return world;
  }
}

const MARKERS_BEGIN_BEFORE_MS = 12 * 3_600_000;

/** Instants one after another, each given once: the time of a call tells it from all others. */
function markersFrom(startMs: number): () => string {
  let ms = startMs;
  return () => {
    ms += 1;
    return new Date(ms).toISOString();
  };
}

/** Nodes of one database have one set of tokens and keys. */
function shareSecrets(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of ['access-tokens.json', 'keys.json'])
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name));
}

async function headOf(node: BackendProcess): Promise<number> {
  try {
    const reply = await fetch(`${node.url}/health/ready`);
    const body: unknown = await reply.json();
    return Number((body as { headSeq?: unknown }).headSeq ?? 0);
  } catch {
    return 0;
  }
}

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import pg from 'pg';

import { findServerPrograms, type ServerPrograms } from './find-programs';
import { type ServerUser, serverUser } from './server-user';

const USER = 'dasbor';
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

export interface PostgresServer {
  port: number;
  /** Of a database on it, over loopback. */
  urlOf(database: string): string;
  /** Run one statement as its owner, on `postgres` unless another database is named. */
  execute(statement: string, database?: string): Promise<Record<string, unknown>[]>;
  /** Start it again after `kill` or `halt`, on the same data and port. */
  start(): Promise<void>;
  /** SIGKILL to the postmaster; its children end by themselves. */
  kill(): Promise<void>;
  /** An orderly end that breaks off what runs (`pg_ctl stop -m fast`). */
  halt(): Promise<void>;
  /** `halt`, and everything it wrote removed. */
  remove(): Promise<void>;
}

export interface ServerOptions {
  /** Whether commits are forced to the disk, as in earnest; for ordinary tests they need not be. */
  isDurable: boolean;
  /** Where its own directory is made. */
  parentDirectory?: string;
}

/**
 * A PostgreSQL server of its own in a temporary directory, on a free port of loopback. Works as root (it runs as
 * another user then) and as anybody else.
 * @throws Error saying what to install where there is none, or with the server's own words where it does not start
 */
export async function startPostgresServer({
  isDurable,
  parentDirectory = tmpdir(),
}: ServerOptions): Promise<PostgresServer> {
  const programs = findServerPrograms();
  const user = serverUser();
  const directory = mkdtempSync(join(parentDirectory, 'cc-postgres-'));
  if (user) chownSync(directory, user.uid, user.gid);
  const dataDir = join(directory, 'data');
  const port = await freePort();
  let running: ChildProcess | null = null;

  const urlOf = (database: string) => `postgres://${USER}@127.0.0.1:${port}/${database}`;
  const remove = () =>
    rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  // A run that ends before its time takes its server along.
  const leaveNothing = () => {
    running?.kill('SIGQUIT');
    remove();
  };
  process.once('exit', leaveNothing);

  async function start(): Promise<void> {
    const args = [
      ...['-D', dataDir, '-p', String(port), '-h', '127.0.0.1', '-k', directory],
      ...(isDurable ? [] : ['-F', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off']),
    ];
    running = await startUntilItAnswers(() => spawnServer(programs, user, args), urlOf('postgres'));
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = running;
    running = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    const exit = once(ending, 'exit');
    ending.kill(signal);
    const hasEnded = await Promise.race([exit, delay(STOP_LIMIT_MS, null, { ref: false })]);
    if (hasEnded === null) ending.kill('SIGKILL');
    await exit;
  }

  try {
    await initialise(programs, user, dataDir);
    await start();
  } catch (error) {
    await end('SIGQUIT');
    process.off('exit', leaveNothing);
    remove();
    throw error;
  }
  return {
    port,
    urlOf,
    async execute(statement, database = 'postgres') {
      const client = new pg.Client({ connectionString: urlOf(database) });
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(statement)).rows;
      } finally {
        await client.end();
      }
    },
    start,
    kill: () => end('SIGKILL'),
    halt: () => end('SIGINT'),
    async remove() {
      await end('SIGINT');
      process.off('exit', leaveNothing);
      remove();
    },
  };
}

async function initialise(
  { initdb }: ServerPrograms,
  user: ServerUser | undefined,
  dataDir: string,
): Promise<void> {
  const args = ['-D', dataDir, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  await promisify(execFile)(initdb, args, { ...user, cwd: tmpdir() });
}

async function spawnServer(
  { postgres }: ServerPrograms,
  user: ServerUser | undefined,
  args: string[],
): Promise<ChildProcess> {
  const server = spawn(postgres, args, {
    ...user,
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await once(server, 'spawn');
  return server;
}

/** After a kill the old server's children may hold its memory for a moment, for which a new one ends at once. */
async function startUntilItAnswers(
  spawnOne: () => Promise<ChildProcess>,
  url: string,
): Promise<ChildProcess> {
  const startMs = performance.now();
  for (;;) {
    const server = await spawnOne();
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-4_000);
    });
    while (server.exitCode === null && server.signalCode === null) {
      if (await answers(url)) return server;
      if (performance.now() - startMs > START_LIMIT_MS) server.kill('SIGQUIT');
      await delay(50);
    }
    if (!/shared memory/.test(said) || performance.now() - startMs > START_LIMIT_MS)
      throw new Error(`PostgreSQL did not start:\n${said}`);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, realpath, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import { StartError } from '../start-error';
import { withGuard } from './file-guard';

export interface DataDirectoryLock {
  /** What `describeRunning` tells others from now on. */
  setUrl(url: string): void;
  release(): Promise<void>;
}

const runningSchema = z.object({ pid: z.number().int(), url: z.string().nullable() });
/** A process that has a data directory; url is null until it listens. */
export type Running = z.infer<typeof runningSchema>;

/** A holder that is too busy to answer within this time is still a holder. */
const ANSWER_TIMEOUT_MS = 2_000;

/**
 * Make this process the only one on a data directory. The lock is a listening socket: the system takes it
 * away with the process, however that ends, so there is no stale pid to guess about.
 * @throws StartError naming the directory, the process that has it and what to do
 */
export async function lockDataDirectory(dataDir: string): Promise<DataDirectoryLock> {
  await mkdir(dataDir, { recursive: true });
  const path = await socketPath(dataDir);
  const running: Running = { pid: process.pid, url: null };
  // One at a time: what is found dead must still be dead when it is removed.
  const server = await withGuard(join(dataDir, 'backend.guard'), async () => {
    const holder = await ask(path);
    if (holder !== 'nobody') throw inUse(dataDir, holder);
    if (process.platform !== 'win32') await rm(path, { force: true });
    return listen(path, () => `${JSON.stringify(running)}\n`);
  });
  return {
    setUrl: (url) => {
      running.url = url;
    },
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Who has this data directory now; null: nobody, or it does not exist. */
export async function describeRunning(dataDir: string): Promise<Running | null> {
  const path = await socketPath(dataDir).catch(() => null);
  const holder = path === null ? 'nobody' : await ask(path);
  return holder === 'nobody' || holder === 'silent' ? null : holder;
}

function inUse(dataDir: string, holder: Running | 'silent'): StartError {
  const who = holder === 'silent' ? 'another process' : `process ${holder.pid}`;
  const where = holder === 'silent' || holder.url === null ? '' : ` (${holder.url})`;
  return new StartError(
    `The data directory ${dataDir} is in use by ${who}${where}. Stop that process, or start with another directory: --data-dir DIR.`,
  );
}

/**
 * In the data directory itself, so that whoever may write the data, and only they, can hold the lock; in the
 * temporary directory where that path is longer than a socket's may be (108 bytes on Linux, 104 on macOS).
 */
async function socketPath(dataDir: string): Promise<string> {
  const real = await realpath(dataDir);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\cilegon-command-center-${hash}`;
  const inside = join(real, 'backend.sock');
  return Buffer.byteLength(inside) < 100
    ? inside
    : join(tmpdir(), `cilegon-command-center-${hash}.sock`);
}

async function listen(path: string, answer: () => string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(answer());
  });
  server.listen(path);
  await once(server, 'listening');
  server.unref();
  if (process.platform !== 'win32') await chmod(path, 0o600);
  return server;
}

/** @returns `nobody` where nothing listens, `silent` where something does but does not say who it is */
function ask(path: string): Promise<Running | 'silent' | 'nobody'> {
  return new Promise((resolve) => {
    let text = '';
    const socket = createConnection(path);
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => {
      socket.destroy();
      resolve('silent');
    });
    socket.on('error', () => resolve('nobody'));
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
    });
    socket.on('end', () => resolve(parseAnswer(text)));
  });
}

function parseAnswer(text: string): Running | 'silent' {
  try {
    return runningSchema.parse(JSON.parse(text));
  } catch {
    return 'silent';
  }
}

import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, realpath, rename, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import { StartError } from '../start-error';

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
const LOCK_ATTEMPTS = 5;

/**
 * Make this process the only one on a data directory. The lock is a listening socket: the system takes it
 * away with the process, however that ends, so there is no stale pid to guess about.
 * @throws StartError naming the directory, the process that has it and what to do
 */
export async function lockDataDirectory(dataDir: string): Promise<DataDirectoryLock> {
  await mkdir(dataDir, { recursive: true });
  const path = await socketPath(dataDir);
  const running: Running = { pid: process.pid, url: null };
  for (let attempt = 0; attempt < LOCK_ATTEMPTS; attempt += 1) {
    const server = await listen(path, () => `${JSON.stringify(running)}\n`);
    if (server !== null) {
      return {
        setUrl: (url) => {
          running.url = url;
        },
        release: () => new Promise((resolve) => server.close(() => resolve())),
      };
    }
    const holder = await ask(path);
    if (holder !== 'nobody') throw inUse(dataDir, holder);
    await removeDead(path, dataDir);
  }
  throw new StartError(
    `The data directory ${dataDir} could not be locked at ${path}. Start again.`,
  );
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

/** @returns null where the address is taken */
async function listen(path: string, answer: () => string): Promise<Server | null> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(answer());
  });
  const isListening = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(path, () => resolve(true));
  });
  if (!isListening) return null;
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

/**
 * Remove a socket that nobody listens on. Between asking and removing, another process may have taken over:
 * so it is moved away first and asked again under its new name, and put back if it turns out to be alive.
 */
async function removeDead(path: string, dataDir: string): Promise<void> {
  const aside = `${path}.${randomUUID().slice(0, 8)}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const holder = await ask(aside);
  if (holder === 'nobody') return rm(aside, { force: true });
  await rename(aside, path);
  throw inUse(dataDir, holder);
}

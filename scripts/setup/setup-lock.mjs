import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { cacheFolder } from './paths.mjs';
import { SetupError } from './report.mjs';

const WAIT_LIMIT_MS = 20 * 60_000;
const POLL_MS = 250;
const lockFile = join(cacheFolder, 'setup.lock');

/**
 * Run `work` while no other set-up of this clone runs: two `npm ci` at once would destroy each other.
 * Waits for the other one; a lock whose process is gone is taken over.
 * @template T
 * @param {(line: string) => void} print
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(print, work) {
  mkdirSync(cacheFolder, { recursive: true });
  const deadline = performance.now() + WAIT_LIMIT_MS;
  let announced = false;
  while (!takeLock()) {
    const holder = lockHolder();
    if (holder !== null && !isRunning(holder)) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!announced)
      print(`… waiting for another set-up of this folder (process ${holder ?? 'unknown'})`);
    announced = true;
    if (performance.now() > deadline) {
      throw new SetupError(
        `another set-up (process ${holder}) does not end`,
        `End it, or delete ${lockFile}`,
      );
    }
    await pause(POLL_MS);
  }
  // An exit handler, so that the lock also goes when a signal or an error ends this process.
  process.once('exit', releaseLock);
  try {
    return await work();
  } finally {
    process.removeListener('exit', releaseLock);
    releaseLock();
  }
}

function takeLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

function releaseLock() {
  rmSync(lockFile, { force: true });
}

/** The process that holds the lock, or null while it is just being written or released. */
function lockHolder() {
  try {
    return Number.parseInt(readFileSync(lockFile, 'utf8'), 10) || null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

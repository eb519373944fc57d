import { open, rm, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { StartError } from '../start-error';

const RETRY_MS = 50;
/** Work under a guard takes less than three seconds; one older than this was left by a process that was killed. */
const ABANDONED_AFTER_ATTEMPTS = 100;

/**
 * Run `work` while no other process runs its own under the same guard, a file that is made exclusively.
 * @throws StartError when the guard file cannot be had, and whatever `work` throws
 */
export async function withGuard<T>(path: string, work: () => Promise<T>): Promise<T> {
  await takeGuard(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function takeGuard(path: string): Promise<void> {
  let seen = await identityOf(path);
  for (let attempt = 1; !(await createExclusively(path)); attempt += 1) {
    await delay(RETRY_MS);
    const now = await identityOf(path);
    // Others took turns: the guard is in use, not abandoned.
    if (now !== seen) attempt = 1;
    seen = now;
    if (attempt === ABANDONED_AFTER_ATTEMPTS) await rm(path, { force: true });
    if (attempt > 2 * ABANDONED_AFTER_ATTEMPTS)
      throw new StartError(`${path} is in the way. Delete it and start again.`);
  }
}

async function createExclusively(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Differs between two files that stood at the same path one after the other; null: there is none. */
async function identityOf(path: string): Promise<string | null> {
  try {
    const { ino, birthtimeMs, mtimeMs } = await stat(path);
    return `${ino} ${birthtimeMs} ${mtimeMs}`;
  } catch {
    return null;
  }
}

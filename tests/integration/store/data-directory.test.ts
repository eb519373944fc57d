import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { describeRunning, lockDataDirectory } from '../../../src/backend/store/data-directory';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cc-lock-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('lockDataDirectory', () => {
  /** A process that listens where the lock is, and is killed. */
  async function leaveDeadSocket(): Promise<void> {
    const script =
      "require('node:net').createServer().listen(process.argv[1], () => console.log('up'))";
    const child = spawn(process.execPath, ['-e', script, join(dataDir, 'backend.sock')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  it('takes over from a process that was killed', async () => {
    await leaveDeadSocket();
    expect(existsSync(join(dataDir, 'backend.sock'))).toBe(true);
    expect(await describeRunning(dataDir)).toBeNull();
    const lock = await lockDataDirectory(dataDir);
    expect(await describeRunning(dataDir)).toEqual({ pid: process.pid, url: null });
    await lock.release();
  });

  it('lets one of many win a dead lock', async () => {
    await leaveDeadSocket();
    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, () => lockDataDirectory(dataDir)),
    );
    const winners = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    await winners[0]?.value.release();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is not stopped by the guard of a process that was killed while locking', async () => {
    writeFileSync(join(dataDir, 'backend.guard'), '');
    const lock = await lockDataDirectory(dataDir);
    await lock.release();
  });

  it('locks a directory whose path is too long for a socket', async () => {
    const deep = join(dataDir, 'd'.repeat(60), 'e'.repeat(60));
    const lock = await lockDataDirectory(deep);
    await expect(lockDataDirectory(deep)).rejects.toThrow('in use');
    await lock.release();
  });

  it('knows nobody in a directory that does not exist', async () => {
    expect(await describeRunning(join(dataDir, 'none'))).toBeNull();
  });
});

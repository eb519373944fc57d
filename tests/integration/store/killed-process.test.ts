import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { silentLog } from '../../../src/backend/log';
import { openStore } from '../../../src/backend/store/open-store';
import { createFakeClock } from '../../support/fake-clock';
import { readChanges } from '../../support/read-changes';
import { makeTestPlace, type TestPlace } from '../../support/test-engine';

let dataDir: string;
let place: TestPlace;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'cc-killed-'));
  place = await makeTestPlace();
});
afterEach(async () => {
  await place.remove();
  rmSync(dataDir, { recursive: true });
});

it('keeps every acknowledged commit, whole, of a process that is killed twice while writing', async () => {
  const acknowledged: number[] = [];
  for (const commits of [40, 25]) acknowledged.push(await writeUntilKilled(commits));
  const last = acknowledged.at(-1) ?? 0;
  expect(last).toBeGreaterThan(acknowledged[0] ?? 0);

  const store = await openStore({
    dataDir,
    databaseUrl: place.databaseUrl,
    clock: createFakeClock(),
    log: silentLog,
  });
  const changes = await readChanges(store.db, 0, 10_000);
  expect(changes.length).toBeGreaterThanOrEqual(last);
  expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
  // Two changes a transaction: half of one would leave an odd number.
  expect(changes.length % 2).toBe(0);
  await store.close();
  // Three starts of the database, two of them in processes of their own.
}, 180_000);

/** @returns the last seq that the process said was committed */
async function writeUntilKilled(commits: number): Promise<number> {
  const script = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    env: { ...process.env, ...place.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let seq = 0;
  let count = 0;
  for await (const line of createInterface(child.stdout)) {
    seq = Number(line);
    count += 1;
    if (count === commits) child.kill('SIGKILL');
  }
  await exit;
  return seq;
}

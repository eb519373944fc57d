import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { silentLog } from '../../../src/backend/log';
import { listIncidents } from '../../../src/backend/store/incidents';
import { openStore } from '../../../src/backend/store/open-store';
import { createFakeClock } from '../../support/fake-clock';
import { readChanges } from '../../support/read-changes';
import { makeTestPlace, type TestPlace } from '../../support/test-engine';
import { importLog as importInto } from './import-log';

const ROWS = 6_000;

let directory: string;
let dataDir: string;
let file: string;
let place: TestPlace;
beforeEach(async () => {
  place = await makeTestPlace();
  directory = mkdtempSync(join(tmpdir(), 'cc-import-killed-'));
  dataDir = join(directory, 'data');
  file = join(directory, 'log.csv');
});
afterEach(async () => {
  await place.remove();
  rmSync(directory, { recursive: true });
});

const importLog = (options: { file: string; isDryRun?: boolean }) =>
  importInto({ ...options, dataDir, databaseUrl: place.databaseUrl });

/** @param idOf the log's own id of each row */
function writeLog(rows: number, idOf: (nth: number) => number): void {
  const lines = Array.from({ length: rows }, (_, nth) => {
    const day = String((nth % 28) + 1).padStart(2, '0');
    return `${String(idOf(nth))},,Desa Contoh,Contoh,KEBAKARAN,,${day} Mei 2022 08:15,${day} Mei 2022 09:15,1`;
  });
  const header =
    'id,lat_long,desa,kecamatan,kejadian,opd_terkait,tanggal_terima,tanggal_selesai,approve';
  writeFileSync(file, [header, ...lines].join('\n'));
}

async function importUntilKilled(): Promise<void> {
  const script = fileURLToPath(new URL('./import-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, file, dataDir], {
    env: { ...process.env, ...place.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let lines = 0;
  for await (const _ of createInterface(child.stdout)) {
    lines += 1;
    if (lines === 3) child.kill('SIGKILL');
  }
  await exit;
}

async function readStore(): Promise<{ incidents: number; told: number; calls: number }> {
  const store = await openStore({
    dataDir,
    databaseUrl: place.databaseUrl,
    clock: createFakeClock(),
    log: silentLog,
  });
  try {
    const { items } = await listIncidents(
      store.db,
      { state: 'all' },
      { after: null, limit: ROWS + 1 },
    );
    const told = (await readChanges(store.db, 0, 1_000)).flatMap((change) =>
      change.type === 'history.imported' ? [change.data] : [],
    );
    return {
      incidents: items.length,
      told: told.reduce((sum, { incidents }) => sum + incidents, 0),
      calls: told.reduce((sum, { calls }) => sum + calls, 0),
    };
  } finally {
    await store.close();
  }
}

it('tells clients of all that is in, of an import that was killed half-way, and goes on where it ended', async () => {
  writeLog(ROWS, (nth) => nth);
  await importUntilKilled();
  const half = await readStore();
  expect(half.incidents).toBeGreaterThan(0);
  expect(half.incidents).toBeLessThan(ROWS);
  expect(half).toMatchObject({ told: half.incidents, calls: half.incidents });

  const report = await importLog({ file });
  expect(report).toMatchObject({ imported: ROWS - half.incidents, skipped: half.incidents });
  expect(await readStore()).toEqual({ incidents: ROWS, told: ROWS, calls: ROWS });
  // Four starts of the database, one of them in a process of its own.
}, 180_000);

it('counts ids that repeat in another batch in a dry run as the import does, and writes nothing', async () => {
  const once = 1_500;
  writeLog(once * 2, (nth) => nth % once);
  const counts = { read: once * 2, imported: once, skipped: once, rejected: 0 };
  await importLog({ file: withoutRows() });
  expect(await importLog({ file, isDryRun: true })).toMatchObject(counts);
  expect(await readStore()).toMatchObject({ incidents: 0, told: 0 });
  expect(await importLog({ file })).toMatchObject(counts);
}, 180_000);

/** Makes the data directory exist: a dry run on one that does not works in memory. */
function withoutRows(): string {
  const empty = join(directory, 'empty.csv');
  writeFileSync(
    empty,
    'id,lat_long,desa,kecamatan,kejadian,opd_terkait,tanggal_terima,tanggal_selesai,approve\n',
  );
  return empty;
}

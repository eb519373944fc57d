import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readBackup } from '../../../src/backend/backup/read-backup';
import { writeBackup } from '../../../src/backend/backup/write-backup';
import { silentLog } from '../../../src/backend/log';
import { addNote } from '../../../src/backend/operations/add-note';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { readHead } from '../../../src/backend/store/change-log';
import { COPIED_TABLES } from '../../../src/backend/store/copied-tables';
import { fillTables } from '../../../src/backend/store/fill-tables';
import { migrate } from '../../../src/backend/store/migrate';
import type { Store } from '../../../src/backend/store/open-store';
import {
  appendPositionHistory,
  makeHistoryDays,
} from '../../../src/backend/store/position-history';
import { readSnapshot } from '../../../src/backend/store/snapshot';
import { createFakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';

let source: TestBackend;
let directory: string;
let file: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(directory, 'all.gz');
  source = await openTestBackend();
  const { id } = await openIncident(
    source,
    { categoryCode: 'KBK', lngLat: [106.05, -6.01] },
    callerAs(),
  );
  // What JSON is easily spoilt by.
  await addNote(source, id, { text: 'Asap "tebal"\n— 1/3 \\ jalan 😷' }, callerAs());
  const nowMs = source.clock.nowMs();
  await makeHistoryDays(source.store.db, nowMs);
  await appendPositionHistory(source.store.db, [
    ['DMK-01', 106.000001, -6.1, null, 0.1 + 0.2, nowMs],
  ]);
  await writeBackup({ db: source.store.db, clock: source.clock, serverVersion: '1.2.3' }, file);
});
afterAll(async () => {
  await source.store.close();
  await rm(directory, { recursive: true });
});

/** An empty database, its tables made. */
async function target(): Promise<Store> {
  return openTestStore(createFakeClock());
}
const options = { clock: createFakeClock(), replaces: false };

describe('a backup', () => {
  it('brings back every row of every table, under another identity of the log', async () => {
    const store = await target();
    await fillTables(store.db, await readBackup(file), options);
    expect(await rowsByTable(store)).toEqual(await rowsByTable(source.store));
    expect(await readSnapshot(store.db)).toEqual(await readSnapshot(source.store.db));
    const [before, after] = [await readHead(source.store.db), await readHead(store.db)];
    expect(after.seq).toBe(before.seq);
    expect(after.streamId).not.toBe(before.streamId);
    // It can be gone on with, and the next start finds nothing to migrate.
    const deps = { ...source, store };
    await addNote(
      deps,
      (await readSnapshot(store.db)).incidents[0]?.id ?? '',
      { text: 'x' },
      callerAs(),
    );
    expect(await migrate(store.db, source.clock, silentLog)).toEqual([]);
    await store.close();
  });

  it('does not go into a database that holds something, unless it may replace it', async () => {
    const other = await openTestBackend();
    const before = await rowsByTable(other.store);
    await expect(fillTables(other.store.db, await readBackup(file), options)).rejects.toThrow(
      '--force',
    );
    expect(await rowsByTable(other.store)).toEqual(before);
    await fillTables(other.store.db, await readBackup(file), { ...options, replaces: true });
    expect(await rowsByTable(other.store)).toEqual(await rowsByTable(source.store));
    await other.store.close();
  });

  it('that ends too soon, or lacks a row, or is something else changes nothing', async () => {
    const other = await openTestBackend();
    const before = await rowsByTable(other.store);
    const text = gunzipSync(await readFile(file)).toString('utf8');
    const lines = text.trimEnd().split('\n');
    const spoilt = [
      gzipSync(lines.slice(0, -1).join('\n')),
      gzipSync(lines.filter((line) => !line.includes('"KBK"')).join('\n')),
      (await readFile(file)).subarray(0, -20),
    ];
    for (const [index, bytes] of spoilt.entries()) {
      const damaged = join(directory, `damaged-${index}.gz`);
      await writeFile(damaged, bytes);
      const restore = async () =>
        fillTables(other.store.db, await readBackup(damaged), { ...options, replaces: true });
      await expect(restore(), `case ${index}`).rejects.toThrow(/damaged/);
    }
    await writeFile(join(directory, 'other.gz'), 'not a backup');
    await expect(readBackup(join(directory, 'other.gz'))).rejects.toThrow('is not a backup');
    await truncate(join(directory, 'other.gz'));
    await expect(readBackup(join(directory, 'other.gz'))).rejects.toThrow('is not a backup');
    await expect(readBackup(join(directory, 'none.gz'))).rejects.toThrow('There is no file');
    expect(await rowsByTable(other.store)).toEqual(before);
    await other.store.close();
  });

  it('of a newer version is refused', async () => {
    const [head = '', ...rest] = gunzipSync(await readFile(file))
      .toString('utf8')
      .split('\n');
    const newer = JSON.parse(head) as { migrations: string[] };
    newer.migrations.push('9999_of_tomorrow');
    const name = join(directory, 'newer.gz');
    await writeFile(name, gzipSync([JSON.stringify(newer), ...rest].join('\n')));
    const store = await target();
    await expect(fillTables(store.db, await readBackup(name), options)).rejects.toThrow(
      'Update this installation first',
    );
    await store.close();
  });

  it('of an older version is brought to this one', async () => {
    const old = join(directory, 'old.gz');
    const migrations = ['0000_initial', '0001_kpi_indexes', '0002_boundaries'];
    const at = '2026-01-01T00:00:00.000Z';
    const rows = [
      ['table', 'meta'],
      { id: 1, stream_id: 'old', profile: 'empty', pack_hash: null, created_at: at },
      ['table', 'stream_head'],
      { id: 1, seq: 0, recorded_at: at },
      ['end', { meta: 1, stream_head: 1 }],
    ];
    const head = {
      format: 'cilegon-command-center-backup',
      version: 1,
      createdAt: at,
      serverVersion: '0.1.0',
      migrations,
      streamId: 'old',
      seq: 0,
    };
    await writeFile(old, gzipSync([head, ...rows].map((line) => JSON.stringify(line)).join('\n')));
    const store = await target();
    await fillTables(store.db, await readBackup(old), options);
    expect(await migrate(store.db, source.clock, silentLog)).toEqual([]);
    expect((await readHead(store.db)).seq).toBe(0);
    await store.close();
  });
});

async function rowsByTable({ db }: Store): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of COPIED_TABLES) {
    const result = await db.execute(
      sql`select row_to_json(r)::text as row from ${sql.identifier(table)} r order by 1`,
    );
    const { rows } = result as { rows: { row: string }[] };
    found[table] = rows.map(({ row }) => row.replace(/"stream_id":"[^"]*"/, '"stream_id":"…"'));
  }
  return found;
}

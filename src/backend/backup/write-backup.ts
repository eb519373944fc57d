import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import type { Clock } from '../clock';
import type { Db } from '../store/database';
import { readTables } from '../store/read-tables';
import { type BackupHead, FORMAT, FORMAT_VERSION } from './backup-format';

export interface BackupReport {
  seq: number;
  /** By table. */
  rows: Record<string, number>;
}

interface Deps {
  db: Db;
  clock: Clock;
  serverVersion: string;
}

/**
 * Write a backup of the whole database as of one moment into a new file, readable by its owner alone.
 * @throws where the file is there already
 */
export async function writeBackup(
  { db, clock, serverVersion }: Deps,
  file: string,
): Promise<BackupReport> {
  // Speed before size: on the embedded database others wait meanwhile.
  const gzip = createGzip({ level: 1 });
  const written = pipeline(
    gzip,
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  );
  // Its failure is awaited below; until then it must not be an unhandled one.
  written.catch(() => undefined);
  const write = async (text: string): Promise<void> => {
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), written]);
  };
  const report: BackupReport = { seq: 0, rows: {} };
  try {
    await readTables(db, {
      async begin({ migrations, streamId, seq }) {
        report.seq = seq;
        const head: BackupHead = {
          format: FORMAT,
          version: FORMAT_VERSION,
          createdAt: clock.now(),
          serverVersion,
          migrations: [...migrations],
          streamId,
          seq,
        };
        await write(`${JSON.stringify(head)}\n`);
      },
      async rows(table, rows) {
        report.rows[table] = (report.rows[table] ?? 0) + rows.length;
        await write(`${JSON.stringify(['table', table])}\n${rows.join('\n')}\n`);
      },
    });
    gzip.end(`${JSON.stringify(['end', report.rows])}\n`);
  } catch (error) {
    gzip.destroy();
    throw error;
  }
  await written;
  return report;
}

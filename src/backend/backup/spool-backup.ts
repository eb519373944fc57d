import { randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock } from '../clock';
import type { Db } from '../store/database';
import { writeBackup } from './write-backup';

const NAME = /^backup-[\da-f-]{36}\.tmp$/;

interface Deps {
  db: Db;
  clock: Clock;
  serverVersion: string;
  dataDir: string;
}

/**
 * Make backups for others to fetch. Each is written to the data directory first, so that a slow reader does not
 * keep the database waiting, and is gone when it was read; those of a process that died are removed at once.
 * @returns makes one and opens it
 */
export async function createBackupSpool(deps: Deps): Promise<() => Promise<ReadStream>> {
  const { dataDir } = deps;
  const left = (await readdir(dataDir)).filter((name) => NAME.test(name));
  await Promise.all(left.map((name) => rm(join(dataDir, name), { force: true })));
  return async () => {
    const file = join(dataDir, `backup-${randomUUID()}.tmp`);
    const remove = () => rm(file, { force: true });
    try {
      await writeBackup(deps, file);
    } catch (error) {
      await remove();
      throw error;
    }
    const stream = createReadStream(file);
    stream.once('close', () => void remove());
    return stream;
  };
}

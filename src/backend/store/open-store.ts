import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';

import type { Clock } from '../clock';
import { AppError } from '../errors';
import type { Log } from '../log';
import { type DataDirectoryLock, lockDataDirectory } from './data-directory';
import type { Db } from './database';
import { type DatabaseDirectory, prepareDatabaseDirectory } from './database-directory';
import { ensureMeta } from './meta';
import { migrate } from './migrate';
import { readEmptyImage } from './pglite-image';
import { schema } from './schema';
import { createTransact, type Transact } from './transact';

/**
 * PGlite writes the whole of its buffers when it starts: PostgreSQL's usual 128 MB cost memory and a third of
 * the start, and the operating system caches the files anyway.
 */
const START_PARAMETERS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

export interface Store {
  /** For reads; writes go through `transact`. */
  db: Db;
  transact: Transact;
  /** Called after each commit that appended changes. @returns the unsubscribe */
  onCommit(listener: () => void): () => void;
  /** Where this backend can be reached, for `describeRunning`. */
  setUrl(url: string): void;
  close(): Promise<void>;
}

export interface OpenStoreOptions {
  /** Null: in memory, for tests. */
  dataDir: string | null;
  clock: Clock;
  log: Log;
  /** `resources/pglite/empty.tar.gz`; without it a first start makes its own cluster. */
  emptyImagePath?: string;
}

/**
 * Open the embedded database, making and migrating it as needed. What was committed outlives the death of the
 * process at any moment; PGlite does not force it to the disk, so a power cut may cost the last seconds.
 * @throws StartError when another process has the data directory, or the database does not open
 */
export async function openStore({
  dataDir,
  clock,
  log,
  emptyImagePath,
}: OpenStoreOptions): Promise<Store> {
  const lock = dataDir === null ? null : await lockDataDirectory(dataDir);
  try {
    const directory = dataDir === null ? null : await prepareDatabaseDirectory(dataDir, log);
    const isNew = directory === null || directory.isNew;
    const image =
      isNew && emptyImagePath !== undefined ? await readEmptyImage(emptyImagePath, log) : null;
    const pglite = await PGlite.create({
      startParams: START_PARAMETERS,
      ...(directory !== null && { dataDir: directory.path }),
      ...(image !== null && { loadDataDir: image }),
    });
    return await assemble(pglite, { clock, log, lock, directory });
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

interface Parts {
  clock: Clock;
  log: Log;
  lock: DataDirectoryLock | null;
  directory: DatabaseDirectory | null;
}

async function assemble(pglite: PGlite, { clock, log, lock, directory }: Parts): Promise<Store> {
  const db: Db = drizzle({ client: pglite, schema, casing: 'snake_case' });
  try {
    await migrate(db, clock, log);
    await ensureMeta(db, clock);
    await directory?.markComplete();
  } catch (error) {
    await pglite.close();
    throw error;
  }

  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const transact = createTransact({ db, clock, notify });
  let isClosing = false;
  return {
    db,
    transact: (...args) => (isClosing ? Promise.reject(closing()) : transact(...args)),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setUrl: (url) => lock?.setUrl(url),
    async close() {
      isClosing = true;
      listeners.clear();
      await pglite.close();
      await lock?.release();
    },
  };
}

const closing = () =>
  new AppError('unavailable', 'The backend is stopping. Send it again in a moment.');

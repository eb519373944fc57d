import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Db } from '../store/database';
import { readMeta, writeMeta } from '../store/meta';
import { openStore } from '../store/open-store';
import type { Transact } from '../store/transact';

export interface ImportStore {
  /** For reads. */
  db: Db;
  transact: Transact;
  close(): Promise<void>;
}

interface ImportStoreOptions {
  dataDir: string;
  appRoot: string;
  clock: Clock;
  log: Log;
  isDryRun: boolean;
}

/**
 * The store to import into. A data directory that an import makes is for real data: its profile is
 * `empty`. A dry run on one that does not exist works in memory and makes none.
 * @throws StartError when a running backend has the data directory
 */
export async function openImportStore({
  dataDir,
  appRoot,
  clock,
  log,
  isDryRun,
}: ImportStoreOptions): Promise<ImportStore> {
  const inMemory = isDryRun && !existsSync(dataDir);
  const store = await openStore({
    dataDir: inMemory ? null : dataDir,
    clock,
    log,
    emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
  });
  if (isDryRun)
    return {
      db: store.db,
      transact: inMemory ? store.transact : undoing(store.transact),
      close: () => store.close(),
    };
  const { profile } = await readMeta(store.db);
  if (profile === null)
    await store.transact({ kind: 'importer', id: 'import' }, (tx) =>
      writeMeta(tx.db, { profile: 'empty' }),
    );
  return { db: store.db, transact: store.transact, close: () => store.close() };
}

/** Carries the result out of a transaction that is rolled back. */
class Undo extends Error {}

function undoing(transact: Transact): Transact {
  return async (actor, work) => {
    const kept: { result: Awaited<ReturnType<typeof work>> }[] = [];
    try {
      await transact(actor, async (tx) => {
        kept.push({ result: await work(tx) });
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    }
    const [only] = kept;
    if (only === undefined) throw new Error('the transaction was undone before its work was done');
    return { result: only.result, changes: [] };
  };
}

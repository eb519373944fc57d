import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Db } from '../store/database';
import { readMeta, writeMeta } from '../store/meta';
import { openStore, type Store } from '../store/open-store';
import type { Transact, Tx } from '../store/transact';

export interface ImportStore {
  /** For reads. */
  db: Db;
  transact: Transact;
  close(): Promise<void>;
}

interface ImportStoreOptions {
  dataDir: string;
  /** Null: the database in the data directory. */
  databaseUrl: string | null;
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
  databaseUrl,
  appRoot,
  clock,
  log,
  isDryRun,
}: ImportStoreOptions): Promise<ImportStore> {
  const inMemory = databaseUrl === null && isDryRun && !existsSync(dataDir);
  const store = await openStore({
    // A database of its own server is nobody's alone.
    dataDir: inMemory || databaseUrl !== null ? null : dataDir,
    databaseUrl,
    clock,
    log,
    emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
  });
  if (isDryRun)
    return inMemory
      ? { db: store.db, transact: store.transact, close: () => store.close() }
      : undoing(store);
  const { profile } = await readMeta(store.db);
  if (profile === null)
    await store.transact({ kind: 'importer', id: 'import' }, (tx) =>
      writeMeta(tx.db, { profile: 'empty' }),
    );
  return { db: store.db, transact: store.transact, close: () => store.close() };
}

class Undo extends Error {}

/**
 * All work in one transaction that is rolled back at the end: each batch meets the ones before it, and
 * the directory is as it was.
 */
async function undoing(store: Store): Promise<ImportStore> {
  let close = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  let hasBegun: (tx: Tx) => void = () => undefined;
  const begun = new Promise<Tx>((resolve) => {
    hasBegun = resolve;
  });
  const undone = store
    .transact({ kind: 'importer', id: 'dry-run' }, async (tx) => {
      hasBegun(tx);
      await closed;
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  const { db } = await Promise.race([begun, undone.then(neverBegan)]);
  return {
    db,
    transact: async (_actor, work) => ({
      result: await work({ db, append: () => undefined }),
      changes: [],
    }),
    async close() {
      close();
      await undone;
      await store.close();
    },
  };
}

function neverBegan(): never {
  throw new Error('the dry run ended before its work was done');
}

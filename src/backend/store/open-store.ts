import type { Clock } from '../clock';
import { AppError } from '../errors';
import type { Log } from '../log';
import { lockDataDirectory } from './data-directory';
import type { Db } from './database';
import type { Connections, Engine } from './engine';
import { ensureMeta } from './meta';
import { migrate } from './migrate';
import type { Nodes } from './nodes';
import { createTransact, type Transact } from './transact';

export interface Store {
  /** For reads; writes go through `transact`. */
  db: Db;
  transact: Transact;
  /** Called after each commit that appended changes, of whatever node. @returns the unsubscribe */
  onCommit(listener: () => void): () => void;
  nodes: Nodes;
  /** Of the pool of connections to a server, now; null: the database is embedded. */
  connections(): Connections | null;
  /** Names of the migrations that this opening applied. */
  appliedMigrations: readonly string[];
  /** Where this backend can be reached, for `describeRunning`. */
  setUrl(url: string): void;
  close(): Promise<void>;
}

export interface OpenStoreOptions {
  /** Held against other processes while the store is open. Null: none, and PGlite is in memory. */
  dataDir: string | null;
  /** Of a PostgreSQL database; null: PGlite in the data directory. */
  databaseUrl: string | null;
  clock: Clock;
  log: Log;
  /** `resources/pglite/empty.tar.gz`; without it PGlite's first start makes its own cluster. */
  emptyImagePath?: string;
}

/**
 * Open the database, embedded or of a server, making and migrating its tables as needed.
 * @throws StartError when another process has the data directory, or the database does not open
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { dataDir, clock, log } = options;
  const lock = dataDir === null ? null : await lockDataDirectory(dataDir);
  try {
    const engine = await openEngine(options);
    const appliedMigrations = await prepareTables(engine, clock, log);
    return assemble(engine, clock, appliedMigrations, lock);
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** Only the engine in use is loaded: each takes its share of a start. */
export async function openEngine(options: OpenStoreOptions): Promise<Engine> {
  const { dataDir, databaseUrl, log, emptyImagePath } = options;
  if (databaseUrl === null) {
    const { openPglite } = await import('./open-pglite');
    return openPglite({ dataDir, log, emptyImagePath });
  }
  const { openPostgres } = await import('./open-postgres');
  return openPostgres({ url: databaseUrl, log });
}

/** @returns the names of the migrations applied now */
async function prepareTables(engine: Engine, clock: Clock, log: Log): Promise<string[]> {
  try {
    return await engine.prepare(async (db) => {
      const applied = await migrate(db, clock, log);
      await ensureMeta(db, clock);
      return applied;
    });
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function assemble(
  engine: Engine,
  clock: Clock,
  appliedMigrations: readonly string[],
  lock: Awaited<ReturnType<typeof lockDataDirectory>> | null,
): Store {
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  engine.onForeignCommit(notify);
  const { db, nodes, announcement } = engine;
  const transact = createTransact({ db, clock, announcement, notify });
  let isClosing = false;
  return {
    db,
    transact: (...args) => (isClosing ? Promise.reject(closing()) : transact(...args)),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    nodes,
    connections: () => engine.connections(),
    appliedMigrations,
    setUrl: (url) => lock?.setUrl(url),
    async close() {
      isClosing = true;
      listeners.clear();
      await engine.close();
      await lock?.release();
    },
  };
}

const closing = () =>
  new AppError('unavailable', 'The backend is stopping. Send it again in a moment.');

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemClock } from '../../src/backend/clock';
import { silentLog } from '../../src/backend/log';
import { findAppRoot } from '../../src/backend/resources-root';
import { openStore, type Store } from '../../src/backend/store/open-store';
import { startPostgresServer } from '../../tests/support/postgres/postgres-server';

export const ENGINES = ['pglite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

export interface BenchStore {
  store: Store;
  /** How long the opening took: the database's, not its server's. */
  openMs: number;
  /** Closes it, and removes everything it wrote. */
  remove(): Promise<void>;
}

/** A new store on disk, of PGlite or of a PostgreSQL server of its own whose commits wait for the disk. */
export async function openBenchStore(engine: Engine): Promise<BenchStore> {
  if (engine === 'pglite') {
    const dataDir = mkdtempSync(join(tmpdir(), 'cc-bench-store-'));
    return open({ dataDir, databaseUrl: null }, async () => rmSync(dataDir, { recursive: true }));
  }
  const server = await startPostgresServer({ isDurable: true });
  return open({ dataDir: null, databaseUrl: server.urlOf('postgres') }, () => server.remove());
}

async function open(
  place: { dataDir: string | null; databaseUrl: string | null },
  removePlace: () => Promise<void>,
): Promise<BenchStore> {
  const appRoot = findAppRoot(import.meta.url);
  const startMs = performance.now();
  try {
    const store = await openStore({
      ...place,
      clock: systemClock,
      log: silentLog,
      emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
    });
    return {
      store,
      openMs: Math.round(performance.now() - startMs),
      async remove() {
        await store.close();
        await removePlace();
      },
    };
  } catch (error) {
    await removePlace();
    throw error;
  }
}

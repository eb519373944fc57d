import { sql } from 'drizzle-orm';

import { StartError } from '../start-error';
import { lockDataDirectory } from './data-directory';
import type { Db } from './database';
import { type CopySource, type FillOptions, fillTables } from './fill-tables';
import { type OpenStoreOptions, openEngine } from './open-store';

/**
 * Fill a database, embedded or of a server, with a copy, while no dashboard runs on it.
 * @throws StartError where one runs, and as `fillTables`
 */
export async function restoreStore(
  options: OpenStoreOptions,
  source: CopySource,
  { replaces }: Pick<FillOptions, 'replaces'>,
): Promise<void> {
  const { dataDir, databaseUrl, clock } = options;
  const lock = databaseUrl === null && dataDir !== null ? await lockDataDirectory(dataDir) : null;
  try {
    const engine = await openEngine(options);
    try {
      await engine.prepare(async (db) => {
        if (databaseUrl !== null) await refuseWhileUsed(db);
        await fillTables(db, source, { clock, replaces });
      });
    } finally {
      await engine.close();
    }
  } finally {
    await lock?.release();
  }
}

/** What servers and tools call themselves is theirs alone: `open-postgres.ts`. */
async function refuseWhileUsed(db: Db): Promise<void> {
  const [found] = await db
    .select({ count: sql<number>`count(*)::integer` })
    .from(sql`pg_stat_activity`)
    .where(
      sql`datname = current_database() and pid <> pg_backend_pid() and application_name = current_setting('application_name')`,
    );
  if ((found?.count ?? 0) > 0)
    throw new StartError(
      'A dashboard is running on this database. Stop all its servers first, then restore.',
    );
}

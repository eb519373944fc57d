import { sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';

import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Db } from './database';
import { instant } from './instant-column';
import { EMBEDDED_MIGRATIONS } from './migrations/embedded';

/** Any number: two servers that start on one PostgreSQL at once take turns by it. */
const ADVISORY_LOCK = 112_3672;

const appliedMigrations = pgTable('applied_migrations', {
  name: text().primaryKey(),
  appliedAt: instant().notNull(),
});

/** Those of this version, in the order in which they are applied. */
export const MIGRATION_NAMES: readonly string[] = EMBEDDED_MIGRATIONS.map(({ name }) => name);

/**
 * Bring the database to this version's schema, in one transaction. The SQL is written by drizzle-kit but
 * embedded in the code (`migrations/embedded.ts`), so that the bundle, the sources and the tests find the same.
 * @returns the names of the migrations that were applied now
 */
export async function migrate(db: Db, clock: Clock, log: Log): Promise<string[]> {
  const applied = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(ADVISORY_LOCK))})`);
    return applyMigrations(tx, clock, MIGRATION_NAMES);
  });
  if (applied.length > 0) log.info({ migrations: applied }, 'database schema brought up to date');
  return applied;
}

/** Apply those of the named migrations that were not yet, within the caller's transaction. @returns their names */
export async function applyMigrations(
  db: Db,
  clock: Clock,
  names: readonly string[],
): Promise<string[]> {
  await db.execute(
    sql`create table if not exists ${appliedMigrations} (name text primary key, applied_at timestamp (3) with time zone not null)`,
  );
  const applied = new Set(await listAppliedMigrations(db));
  const missing = EMBEDDED_MIGRATIONS.filter(
    ({ name }) => names.includes(name) && !applied.has(name),
  );
  for (const { name, statements } of missing) {
    for (const statement of statements) await db.execute(sql.raw(statement));
    await db.insert(appliedMigrations).values({ name, appliedAt: clock.now() });
  }
  return missing.map(({ name }) => name);
}

/** In the order in which they were applied. @throws where the database was never migrated */
export async function listAppliedMigrations(db: Db): Promise<string[]> {
  const rows = await db.select().from(appliedMigrations).orderBy(appliedMigrations.name);
  return rows.map(({ name }) => name);
}

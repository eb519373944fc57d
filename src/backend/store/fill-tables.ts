import { randomUUID } from 'node:crypto';

import { eq, sql } from 'drizzle-orm';

import type { Clock } from '../clock';
import { StartError } from '../start-error';
import { COPIED_TABLES, TABLES_TO_DROP } from './copied-tables';
import type { Db } from './database';
import { applyMigrations, MIGRATION_NAMES } from './migrate';
import { makeHistoryDay } from './position-history';
import type { CopyHead } from './read-tables';
import { meta } from './schema/log';

/** A copy to be put into a database. */
export interface CopySource {
  head: CopyHead;
  /** Tables in the order of a copy, in portions of rows as JSON objects. */
  portions(): AsyncIterable<{ table: string; rows: readonly string[] }>;
}

export interface FillOptions {
  clock: Clock;
  /** Whether a database that holds something may be emptied first. */
  replaces: boolean;
}

/**
 * Put a copy into a database, in one transaction: all of it, or everything stays as it was. Tables are made as
 * they were in the copy and then brought to this version. The log gets another identity: a client that had seen
 * more than the copy holds must not take the rest for what it knows.
 * @throws StartError where the database holds something and may not be emptied, where the copy is of a newer
 *   version, or where it cannot be read
 */
export async function fillTables(
  db: Db,
  source: CopySource,
  { clock, replaces }: FillOptions,
): Promise<void> {
  refuseNewer(source.head);
  await db.transaction(async (tx) => {
    if (!replaces && (await holdsSomething(tx)))
      throw new StartError(
        'The database to restore into holds data. Give --force to replace everything in it.',
      );
    await dropAll(tx);
    await applyMigrations(tx, clock, source.head.migrations);
    for await (const { table, rows } of source.portions()) await insertRows(tx, table, rows);
    await applyMigrations(tx, clock, MIGRATION_NAMES);
    await tx.update(meta).set({ streamId: randomUUID() }).where(eq(meta.id, 1));
  });
}

function refuseNewer({ migrations }: CopyHead): void {
  const unknown = migrations.filter((name) => !MIGRATION_NAMES.includes(name));
  if (unknown.length > 0)
    throw new StartError(
      `The backup is of a newer version (${unknown.join(', ')}). Update this installation first, then restore.`,
    );
}

/** A change, a record of the past or an account; what a first start makes by itself does not count. */
async function holdsSomething(db: Db): Promise<boolean> {
  const [found] = await db
    .select({ isMade: sql<boolean>`to_regclass('public.stream_head') is not null` })
    .from(sql`(values (1)) as one`);
  if (found?.isMade !== true) return false;
  const [head] = await db
    .select({ isUsed: sql<boolean>`seq > 0 or exists (select from calls)` })
    .from(sql`stream_head`);
  return head?.isUsed === true;
}

async function dropAll(db: Db): Promise<void> {
  for (const table of [...TABLES_TO_DROP, 'applied_migrations'])
    await db.execute(sql`drop table if exists ${sql.identifier(table)} cascade`);
  await db.execute(sql`drop function if exists refuse_audit_change`);
}

async function insertRows(db: Db, table: string, rows: readonly string[]): Promise<void> {
  if (!COPIED_TABLES.includes(table))
    throw new StartError(`The backup holds a table ${table} that is not known here.`);
  if (table === 'position_history') {
    const days = new Set(rows.map((row) => observedDayMs(row)));
    for (const dayMs of days) await makeHistoryDay(db, dayMs);
  }
  // `json`, not `jsonb`: nested JSON stays as it was written.
  const name = sql.identifier(table);
  const json = `[${rows.join(',')}]`;
  try {
    await db.execute(
      sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${json}::json)`,
    );
  } catch {
    // The database's own words would repeat the rows.
    throw new StartError(
      `The backup is damaged: its rows of ${table} do not fit the others. Nothing was restored; take another backup.`,
    );
  }
}

function observedDayMs(row: string): number {
  const { observed_at: observedAt } = JSON.parse(row) as { observed_at: string };
  return Date.parse(observedAt);
}

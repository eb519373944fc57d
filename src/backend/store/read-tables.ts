import { sql } from 'drizzle-orm';

import { readHead } from './change-log';
import { COPIED_TABLES } from './copied-tables';
import type { Db } from './database';
import { listAppliedMigrations } from './migrate';

/** What a copy of a database begins with. */
export interface CopyHead {
  migrations: readonly string[];
  streamId: string;
  seq: number;
}

/** Takes a copy, portion by portion; what it returns is awaited before the next is read. */
export interface CopySink {
  begin(head: CopyHead): Promise<void>;
  /** @param rows each one JSON object as the database writes it, with SQL names */
  rows(table: string, rows: readonly string[]): Promise<void>;
}

/** Rows of one portion. */
const PORTION = 2_000;
/** Its rows never change, so it needs no part in the one moment, and it may be larger than all else together. */
const POSITION_HISTORY = 'position_history';

/**
 * Read every table that a backup holds, all of them as of one moment while others go on writing. On the embedded
 * database, which has one connection, others wait until the tables are read; the position history comes
 * afterwards, in portions between which they have their turn.
 */
export async function readTables(db: Db, sink: CopySink): Promise<void> {
  await db.transaction(
    async (tx) => {
      const { streamId, seq } = await readHead(tx);
      await sink.begin({ migrations: await listAppliedMigrations(tx), streamId, seq });
      for (const table of COPIED_TABLES) {
        if (table !== POSITION_HISTORY) await readTable(tx, table, sink);
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  await readPositionHistory(db, sink);
}

async function readTable(db: Db, table: string, sink: CopySink): Promise<void> {
  // The database's own JSON: numbers, times and nested JSON come back exactly as they are.
  await db.execute(
    sql`declare copied no scroll cursor for select row_to_json(r)::text as row from ${sql.identifier(table)} r`,
  );
  for (;;) {
    const found = foundBy<{ row: string }>(
      await db.execute(sql`fetch ${sql.raw(String(PORTION))} from copied`),
    );
    const rows = found.map(({ row }) => row);
    if (rows.length > 0) await sink.rows(table, rows);
    if (rows.length < PORTION) break;
  }
  await db.execute(sql`close copied`);
}

async function readPositionHistory(db: Db, sink: CopySink): Promise<void> {
  let after: Place = { unit_id: '', observed_at: '-infinity' };
  for (;;) {
    const found = foundBy<Place & { row: string }>(
      await db.execute(sql`
        select row_to_json(r)::text as row, unit_id, observed_at::text as observed_at
        from position_history r
        where (unit_id, observed_at) > (${after.unit_id}, ${after.observed_at}::timestamptz)
        order by unit_id, observed_at limit ${PORTION}`),
    );
    const last = found.at(-1);
    if (last === undefined) return;
    await sink.rows(
      POSITION_HISTORY,
      found.map(({ row }) => row),
    );
    after = last;
  }
}

interface Place {
  unit_id: string;
  observed_at: string;
}

// Both drivers answer so; the columns are those of the statement.
const foundBy = <Row>(result: unknown): Row[] => (result as { rows: Row[] }).rows;

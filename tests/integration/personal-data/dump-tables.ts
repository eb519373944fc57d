import { sql } from 'drizzle-orm';

import type { Db } from '../../../src/backend/store/database';

/** Every row of every table, as text. */
export async function dumpTables(db: Db): Promise<string> {
  const tables = await texts(
    db,
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as text from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const dumped: string[] = [];
  for (const table of tables)
    dumped.push(
      table,
      ...(await texts(db, `select row_to_json(r)::text as text from ${table} as r`)),
    );
  return dumped.join('\n');
}

async function texts(db: Db, query: string): Promise<string[]> {
  const result: unknown = await db.execute(sql.raw(query));
  // Both engines' drivers answer so.
  return (result as { rows: { text: string }[] }).rows.map(({ text }) => text);
}

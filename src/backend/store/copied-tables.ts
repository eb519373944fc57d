import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';

import { schema } from './schema';

/** What is good for minutes only, and means nothing in another database. */
const LEFT_OUT: readonly PgTable[] = [schema.displayEnrolments, schema.signInFailures];

/** SQL names of the tables that a backup holds, each after those it refers to. */
export const COPIED_TABLES: readonly string[] = inOrderOfReference(
  Object.values(schema).filter((table) => !LEFT_OUT.includes(table)),
).map(nameOf);

/** SQL names of all tables, each before those it refers to: the order in which they can be dropped. */
export const TABLES_TO_DROP: readonly string[] = inOrderOfReference(Object.values(schema))
  .map(nameOf)
  .reverse();

function inOrderOfReference(tables: readonly PgTable[]): PgTable[] {
  const ordered: PgTable[] = [];
  const visit = (table: PgTable): void => {
    if (ordered.includes(table)) return;
    for (const key of getTableConfig(table).foreignKeys) {
      const { foreignTable } = key.reference();
      if (foreignTable !== table) visit(foreignTable);
    }
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

function nameOf(table: PgTable): string {
  return getTableConfig(table).name;
}

import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

import type { schema } from './schema';

/**
 * Anything queries run on: a connection or a transaction, of PGlite or of PostgreSQL. Whoever has a
 * `Tx` uses its `db`: PGlite has one connection, and a query beside the transaction would wait for it.
 */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

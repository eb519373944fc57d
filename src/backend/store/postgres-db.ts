import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';

import type { Db } from './database';
import { endsConnection, faultOf, noConnection, overloaded } from './postgres-faults';
import { schema } from './schema';

/** Beyond this many, those who want a connection are told so at once. */
const MAX_WAITING = 500;

// PGlite gives 64-bit integers as numbers where they fit; the driver would give text.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
});

/**
 * The query builder on a pool of connections. A query waits no longer for one than the pool allows; what fails
 * because the database is not there fails with `unavailable`; and no connection is lost to the pool, whatever
 * fails on it. (The query builder's own transactions keep one on which `begin` failed.)
 */
export function createPostgresDb(pool: pg.Pool): Db {
  const db: Db = buildOn({
    query: (...args) => withClient(pool, (client) => client.query(...args)),
  });
  db.transaction = (work, config) =>
    withClient(pool, ({ query }) => buildOn({ query }).transaction(work, config));
  return db;
}

type Query = (config: pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>;
interface Queryable {
  query: Query;
}

/** The query builder on one connection. */
export function buildOn(client: Queryable): Db {
  // `query` is all the query builder asks of a client.
  return drizzle({ client: client as unknown as pg.PoolClient, schema, casing: 'snake_case' });
}

async function withClient<T>(pool: pg.Pool, work: (client: Queryable) => Promise<T>): Promise<T> {
  if (pool.waitingCount >= MAX_WAITING) throw overloaded();
  const client = await pool.connect().catch((error: unknown) => {
    throw noConnection(error);
  });
  let isBroken = false;
  const query: Query = async (config, values) => {
    // On a connection that does not answer each further query would wait as long as the first.
    if (isBroken) throw noConnection(undefined);
    try {
      return await client.query(config, values);
    } catch (error) {
      isBroken = endsConnection(error);
      throw faultOf(error);
    }
  };
  try {
    return await work({ query });
  } finally {
    client.release(isBroken);
  }
}

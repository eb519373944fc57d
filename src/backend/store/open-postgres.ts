import pg from 'pg';

import type { Log } from '../log';
import { checkServer } from './check-postgres';
import type { Engine } from './engine';
import { buildOn, createPostgresDb } from './postgres-db';
import { openLine } from './postgres-line';
import { CHANNELS, createPostgresNodes } from './postgres-nodes';

/** How the server's own lists name our connections. */
const APPLICATION = 'cilegon-command-center';
/** Writers take turns at the head of the log anyway; a server's usual limit is 100 for all its clients. */
const MAX_CONNECTIONS = 16;
/** How long anyone waits for a connection, free or new. */
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 15_000;
/** For a line that is dead without saying so; after the server had its chance to end the statement. */
const ANSWER_TIMEOUT_MS = 20_000;
/** A node that stands still inside a transaction holds up all others; the server ends it. */
const IDLE_TRANSACTION_TIMEOUT_MS = 20_000;

interface Options {
  url: string;
  log: Log;
}

/**
 * A PostgreSQL server's database, by a bounded pool of connections. While the server is away, queries fail with
 * `unavailable`; when it is back, they work again.
 * @throws StartError when it cannot be used: not there, wrong password, too old …
 */
export async function openPostgres({ url, log }: Options): Promise<Engine> {
  const connection = connectionOptions(url);
  await checkServer(connection, log);
  const pool = new pg.Pool({
    ...connection,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
  });
  pool.on('error', (error) => log.debug({ err: error }, 'an idle database connection was lost'));
  // One that is lost while in use fails its query; without a listener the event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = createPostgresDb(pool);
  const line = openLine({
    connection: { ...connection, application_name: `${APPLICATION} line` },
    channels: CHANNELS,
    log,
  });
  const nodes = createPostgresNodes(db, line);
  return {
    db,
    prepare: (work) => withPatientClient(connection, (client) => work(buildOn(client))),
    nodes,
    announcement: nodes.announcement,
    onForeignCommit: (listener) => nodes.onForeignCommit(listener),
    connections: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    async close() {
      await line.close();
      await pool.end();
    },
  };
}

/** Migrations may take minutes, and wait as long for those of another node. */
async function withPatientClient<T>(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, statement_timeout: 0, query_timeout: 0 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The session is set as PGlite's is, so that times come as the same text from both. */
const SESSION = [
  ...['timezone=UTC', 'datestyle=ISO,MDY', 'intervalstyle=postgres'],
  // The server lets go of a node that vanished, and of its locks, within half a minute, not two hours.
  ...['tcp_keepalives_idle=10', 'tcp_keepalives_interval=5', 'tcp_keepalives_count=3'],
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

function connectionOptions(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    options: SESSION,
    application_name: APPLICATION,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

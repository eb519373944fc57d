import { setTimeout as delay } from 'node:timers/promises';

import pg from 'pg';

import type { Log } from '../log';
import { StartError } from '../start-error';

const OLDEST_VERSION = 15;
/** A server that starts, perhaps after a fall, is waited for this long. */
const START_ATTEMPTS = 60;
const START_RETRY_MS = 500;
const CANNOT_CONNECT_NOW = '57P03';

/**
 * Make sure that the database is there and can be used.
 * @throws StartError saying what is wrong and what to do, never with the password
 */
export async function checkServer(options: pg.ClientConfig, log: Log): Promise<void> {
  const client = await connectOnceStarted(options, log);
  try {
    const { rows } = await client.query<ServerFacts>(
      `select current_setting('server_version_num')::int / 10000 as version,
        current_setting('server_encoding') as encoding, pg_is_in_recovery() as is_standby`,
    );
    const problem = problemOf(rows[0]);
    if (problem !== null) throw new StartError(`The database ${describe(client)} ${problem}`);
  } finally {
    await client.end();
  }
}

interface ServerFacts {
  version: number;
  encoding: string;
  is_standby: boolean;
}

/** Why such a server cannot be used, as the end of a sentence, with what to do; null: it can. */
export function problemOf(server: ServerFacts | undefined): string | null {
  if (server === undefined) return 'does not say what it is.';
  const { version, encoding, is_standby: isStandby } = server;
  if (version < OLDEST_VERSION)
    return `is PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed. Upgrade the server.`;
  if (encoding !== 'UTF8')
    return `has the encoding ${encoding}. Create it with: createdb --encoding=UTF8 --template=template0 NAME`;
  return isStandby ? 'is a read-only standby. Give DATABASE_URL the primary server.' : null;
}

async function connectOnceStarted(options: pg.ClientConfig, log: Log): Promise<pg.Client> {
  for (let attempt = 1; ; attempt += 1) {
    const client = new pg.Client({ ...options, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    try {
      return await client.connect();
    } catch (error) {
      const code = codeOf(error);
      if (code !== CANNOT_CONNECT_NOW || attempt === START_ATTEMPTS)
        throw new StartError(
          `The database ${describe(client)} cannot be opened: ${remedyOf(error, client)}`,
        );
      if (attempt === 1) log.warn('the database server is starting; waiting for it');
      await delay(START_RETRY_MS);
    }
  }
}

/** Where it is and as whom, without the password. */
const describe = ({ user, host, port, database }: pg.Client): string =>
  `"${database ?? ''}" on ${host}:${port} (user ${user ?? 'unknown'})`;

const codeOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? '') : '';

function remedyOf(error: unknown, { user, database }: pg.Client): string {
  const code = codeOf(error);
  const remedy = REMEDIES[code];
  if (remedy !== undefined) return remedy;
  switch (code) {
    case '28P01':
    case '28000':
      return `it refuses the user ${user ?? ''} or the password. Correct DATABASE_URL, or the server's pg_hba.conf.`;
    case '3D000':
      return `it does not exist. Create it: createdb --encoding=UTF8 ${database ?? 'NAME'}`;
    default:
      return `${messageOf(error)}. Check DATABASE_URL and that the server runs.`;
  }
}

const NOT_LISTENING =
  'nothing listens there. Start PostgreSQL, or correct host and port in DATABASE_URL.';

const REMEDIES: Readonly<Record<string, string>> = {
  ECONNREFUSED: NOT_LISTENING,
  ENOENT: NOT_LISTENING,
  ENOTFOUND: 'there is no machine of that name. Correct the host in DATABASE_URL.',
  ETIMEDOUT: 'it does not answer. Check the network and the firewall.',
  EHOSTUNREACH: 'the machine cannot be reached. Check the network.',
  '53300': "it has no connection left. Raise the server's max_connections, or run fewer nodes.",
  [CANNOT_CONNECT_NOW]: 'the server has been starting for half a minute. See its own log.',
};

/** Several addresses were tried where the message is empty: the first one's says it. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

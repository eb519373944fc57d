import { randomUUID } from 'node:crypto';

import pg from 'pg';

/** Set by the global set-up of the runs on PostgreSQL: the server, as its owner. */
export const SERVER_URL_VARIABLE = 'CC_TEST_POSTGRES_URL';

/** Has the tables of this version already, so that a test's own database is a copy of files. */
export const TEMPLATE = 'cc_template';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own on the run's server, with its tables and nothing in them. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createDatabaseOn(serverUrl(), TEMPLATE);
}

/** The same, without tables. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabaseOn(serverUrl(), 'template0');
}

async function createDatabaseOn(server: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `create database ${name} template ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => execute(server, `drop database if exists ${name} with (force)`),
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env[SERVER_URL_VARIABLE];
  if (url === undefined)
    throw new Error(
      'No PostgreSQL was started for this run. Run this test with: npx vitest run --project integration-postgres FILE',
    );
  return url;
}

import { z } from 'zod';

import { createTestDatabase } from './postgres/test-databases';

/** The engine that this run's tests are on; without the variable, the embedded one. */
const engine = z
  .enum(['pglite', 'postgres'])
  .default('pglite')
  .parse(process.env['CC_TEST_ENGINE']);

export interface TestPlace {
  /** Null: the embedded database, in whatever data directory the test has. */
  databaseUrl: string | null;
  /** The same as environment variables, for a backend's configuration. */
  environment: Record<string, string>;
  remove(): Promise<void>;
}

/** Where a test that opens a store or a backend by itself has its database. */
export async function makeTestPlace(): Promise<TestPlace> {
  if (engine === 'pglite')
    return { databaseUrl: null, environment: {}, remove: () => Promise.resolve() };
  const database = await createTestDatabase();
  return {
    databaseUrl: database.url,
    environment: { CC_DATABASE_URL: database.url },
    remove: () => database.drop(),
  };
}

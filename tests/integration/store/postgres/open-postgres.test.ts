import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { systemClock } from '../../../../src/backend/clock';
import { silentLog } from '../../../../src/backend/log';
import { StartError } from '../../../../src/backend/start-error';
import { openStore } from '../../../../src/backend/store/open-store';
import { createEmptyDatabase, type TestDatabase } from '../../../support/postgres/test-databases';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
});
afterAll(() => database.drop());

const open = (databaseUrl: string) =>
  openStore({ dataDir: null, databaseUrl, clock: systemClock, log: silentLog });

/** The database's address with something in it changed. */
function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

describe('openStore on PostgreSQL', () => {
  it('makes the tables once, however many open it at the same time', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => open(database.url)));
    const applied = stores.map(({ appliedMigrations }) => appliedMigrations.length);
    expect(applied.filter((count) => count > 0)).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it.each([
    ['a database that does not exist', (url: URL) => (url.pathname = '/tiada'), /createdb/],
    [
      'a user that the server does not know',
      (url: URL) => (url.username = 'siapa'),
      /refuses the user siapa/,
    ],
    ['a port where nothing listens', (url: URL) => (url.port = '1'), /Start PostgreSQL/],
    ['a machine that there is not', (url: URL) => (url.hostname = 'tiada.invalid'), /host/],
  ])('says what to do about %s, without the password', async (_what, change, remedy) => {
    const attempt = open(
      changed((url) => {
        url.password = 'rahasia-uji';
        change(url);
      }),
    );
    const error: unknown = await attempt.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StartError);
    expect(String(error)).toMatch(remedy);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('rahasia-uji');
  });
});

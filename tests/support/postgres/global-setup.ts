import { systemClock } from '../../../src/backend/clock';
import { silentLog } from '../../../src/backend/log';
import { openStore } from '../../../src/backend/store/open-store';
import { startPostgresServer } from './postgres-server';
import { SERVER_URL_VARIABLE, TEMPLATE } from './test-databases';

/** One server for a whole run, with the template that every test's database is copied from. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startPostgresServer({ isDurable: false });
  try {
    await server.execute(`create database ${TEMPLATE}`);
    const store = await openStore({
      dataDir: null,
      databaseUrl: server.urlOf(TEMPLATE),
      clock: systemClock,
      log: silentLog,
    });
    // Each database made from it shall be the first opening's to name.
    await store.close();
    await server.execute('delete from meta', TEMPLATE);
    await server.execute('delete from stream_head', TEMPLATE);
  } catch (error) {
    await server.remove();
    throw error;
  }
  process.env[SERVER_URL_VARIABLE] = server.urlOf('postgres');
  return () => server.remove();
}

import { fileURLToPath } from 'node:url';

import type { Clock } from '../../src/backend/clock';
import { silentLog } from '../../src/backend/log';
import { openStore, type Store } from '../../src/backend/store/open-store';
import { makeTestPlace } from './test-engine';

export const EMPTY_IMAGE_PATH = fileURLToPath(
  new URL('../../resources/pglite/empty.tar.gz', import.meta.url),
);

/**
 * An empty store of the run's engine: PGlite in memory, from the prepared image, or a database of its own on the
 * run's PostgreSQL server. About a second, or a tenth. Share one per test file.
 */
export async function openTestStore(clock: Clock): Promise<Store> {
  const place = await makeTestPlace();
  const store = await openStore({
    dataDir: null,
    databaseUrl: place.databaseUrl,
    clock,
    log: silentLog,
    emptyImagePath: EMPTY_IMAGE_PATH,
  });
  return {
    ...store,
    async close() {
      await store.close();
      await place.remove();
    },
  };
}

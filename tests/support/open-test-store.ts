import { fileURLToPath } from 'node:url';

import type { Clock } from '../../src/backend/clock';
import { silentLog } from '../../src/backend/log';
import { openStore, type Store } from '../../src/backend/store/open-store';

export const EMPTY_IMAGE_PATH = fileURLToPath(
  new URL('../../resources/pglite/empty.tar.gz', import.meta.url),
);

/** A store in memory, from the prepared image: about a second. Share one per test file. */
export function openTestStore(clock: Clock): Promise<Store> {
  return openStore({ dataDir: null, clock, log: silentLog, emptyImagePath: EMPTY_IMAGE_PATH });
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createTestDatabase } from '../../../support/postgres/test-databases';
import type { Installation } from './test-node';

/** A new database and the place of its keys. Remove it once its nodes have stopped. */
export async function makeInstallation(): Promise<Installation & { remove(): Promise<void> }> {
  const database = await createTestDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'cc-keys-'));
  return {
    databaseUrl: database.url,
    keysFile: join(directory, 'keys.json'),
    async remove() {
      await database.drop();
      await rm(directory, { recursive: true });
    },
  };
}

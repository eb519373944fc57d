import { StartError } from '../start-error';
import { lockDataDirectory } from './data-directory';
import type { Db } from './database';
import { listAppliedMigrations } from './migrate';
import { type OpenStoreOptions, openEngine } from './open-store';

/**
 * Open a database as it is, of whatever version, to be read.
 * @throws StartError where another process has the data directory, or there is nothing in it yet
 */
export async function openCopyable(
  options: OpenStoreOptions & { dataDir: string },
): Promise<{ db: Db; close(): Promise<void> }> {
  const { dataDir, databaseUrl } = options;
  const lock = databaseUrl === null ? await lockDataDirectory(dataDir) : null;
  const close = async (): Promise<void> => {
    await engine?.close();
    await lock?.release();
  };
  let engine: Awaited<ReturnType<typeof openEngine>> | null = null;
  try {
    engine = await openEngine(options);
    await listAppliedMigrations(engine.db);
    return { db: engine.db, close };
  } catch (cause) {
    await close();
    if (cause instanceof StartError) throw cause;
    throw new StartError('There is no database to back up: no dashboard was ever started on it.', {
      cause,
    });
  }
}

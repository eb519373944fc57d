import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Log } from '../log';

export interface DatabaseDirectory {
  path: string;
  isNew: boolean;
  /** To be called once the database is whole; a first start that was cut short is known by its absence. */
  markComplete(): Promise<void>;
}

/**
 * The cluster's own directory inside the data directory. One that a first start left half made is set aside
 * (never deleted: it might be somebody's data whose mark was lost) and a new one begun.
 */
export async function prepareDatabaseDirectory(
  dataDir: string,
  log: Log,
): Promise<DatabaseDirectory> {
  const path = join(dataDir, 'database');
  const markPath = join(dataDir, 'database.complete');
  await mkdir(dataDir, { recursive: true });
  const isComplete = existsSync(markPath);
  if (existsSync(path) && !isComplete) {
    const aside = `${path}.incomplete`;
    await rm(aside, { recursive: true, force: true });
    await rename(path, aside);
    log.warn({ aside }, 'an unfinished first start was found and set aside');
  }
  return {
    path,
    isNew: !existsSync(path),
    markComplete: () => (isComplete ? Promise.resolve() : writeFile(markPath, '')),
  };
}

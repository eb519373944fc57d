import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';

import type { Log } from '../log';
import type { Db } from './database';
import { prepareDatabaseDirectory } from './database-directory';
import type { Engine } from './engine';
import { soleNode } from './nodes';
import { readEmptyImage } from './pglite-image';
import { schema } from './schema';

/**
 * PGlite writes the whole of its buffers when it starts: PostgreSQL's usual 128 MB cost memory and a third of
 * the start, and the operating system caches the files anyway.
 */
const START_PARAMETERS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

interface Options {
  /** Null: in memory. */
  dataDir: string | null;
  log: Log;
  emptyImagePath: string | undefined;
}

/**
 * The embedded database. What was committed outlives the death of the process at any moment; PGlite does not
 * force it to the disk, so a power cut may cost the last seconds.
 */
export async function openPglite({ dataDir, log, emptyImagePath }: Options): Promise<Engine> {
  const directory = dataDir === null ? null : await prepareDatabaseDirectory(dataDir, log);
  const isNew = directory === null || directory.isNew;
  const image =
    isNew && emptyImagePath !== undefined ? await readEmptyImage(emptyImagePath, log) : null;
  const pglite = await PGlite.create({
    startParams: START_PARAMETERS,
    ...(directory !== null && { dataDir: directory.path }),
    ...(image !== null && { loadDataDir: image }),
  });
  const db: Db = drizzle({ client: pglite, schema, casing: 'snake_case' });
  return {
    db,
    async prepare(work) {
      const result = await work(db);
      await directory?.markComplete();
      return result;
    },
    nodes: soleNode,
    announcement: sql`null`,
    onForeignCommit: () => undefined,
    connections: () => null,
    close: () => pglite.close(),
  };
}

import type { Db } from './database';

/** Run reads that must belong together: every query of `work` sees the same commit. */
export function readTogether<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

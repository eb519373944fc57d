import type { Db } from './database';

/** An open database, whose tables may not be there yet. */
export interface Engine {
  db: Db;
  /** Run what makes and mends the tables, however long it takes; before anything else is done with `db`. */
  prepare<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

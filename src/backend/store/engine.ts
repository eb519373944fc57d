import type { SQL } from 'drizzle-orm';

import type { Db } from './database';
import type { Nodes } from './nodes';

/** Of the pool of connections, now. */
export interface Connections {
  open: number;
  idle: number;
  /** Who wait for one. */
  waiting: number;
}

/** An open database, whose tables may not be there yet. */
export interface Engine {
  db: Db;
  /** Run what makes and mends the tables, however long it takes; before anything else is done with `db`. */
  prepare<T>(work: (db: Db) => Promise<T>): Promise<T>;
  nodes: Nodes;
  /** Asked for in a transaction, tells the other nodes of its commit. */
  announcement: SQL;
  /** Called when another node committed changes, or might have. */
  onForeignCommit(listener: () => void): void;
  /** Null: there is no pool. */
  connections(): Connections | null;
  close(): Promise<void>;
}

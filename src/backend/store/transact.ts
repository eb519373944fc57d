import { invariant } from '@shared/assert';
import type { Instant } from '@shared/domain/time';
import type { Actor, Change, ChangeDraft } from '@shared/protocol/changes';
import { eq, sql } from 'drizzle-orm';

import type { Clock } from '../clock';
import { subjectsOf } from './change-subjects';
import type { Db } from './database';
import { changes as changesTable, streamHead } from './schema/log';

export interface Tx {
  db: Db;
  /** Adds a change; all of a transaction's take their places in the log, in this order, at its end. */
  append(draft: ChangeDraft): void;
}

export interface Outcome<T> {
  result: T;
  /** In commit order, each with its seq. */
  changes: Change[];
}

/**
 * Run `work` in one transaction and append its changes to the log: either all of it is seen by others,
 * in seq order, or none.
 * @param settle runs last in the same transaction, when the seqs are known
 */
export type Transact = <T>(
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  settle?: (tx: Tx, outcome: Outcome<T>) => Promise<void>,
) => Promise<Outcome<T>>;

interface Deps {
  db: Db;
  clock: Clock;
  /** Called after a commit that appended changes. */
  notify: () => void;
}

export function createTransact({ db, clock, notify }: Deps): Transact {
  return async (actor, work, settle) => {
    const outcome = await db.transaction(async (transaction) => {
      const drafts: ChangeDraft[] = [];
      const tx: Tx = { db: transaction, append: (draft) => void drafts.push(draft) };
      const result = await work(tx);
      const changes = await appendChanges(transaction, actor, drafts, clock.now());
      await settle?.(tx, { result, changes });
      invariant(drafts.length === changes.length, 'nothing is appended once the seqs are given');
      return { result, changes };
    });
    if (outcome.changes.length > 0) notify();
    return outcome;
  };
}

async function appendChanges(
  db: Db,
  actor: Actor,
  drafts: readonly ChangeDraft[],
  now: Instant,
): Promise<Change[]> {
  if (drafts.length === 0) return [];
  // Row lock held to commit, so order of seq = order of commits, and a rollback leaves no hole (ADR 1).
  const [head] = await db
    .update(streamHead)
    .set({
      seq: sql`${streamHead.seq} + ${drafts.length}`,
      // The machine's clock may be set back; the log's time never goes backwards.
      recordedAt: sql`greatest(${streamHead.recordedAt}, ${now}::timestamptz)`,
    })
    .where(eq(streamHead.id, 1))
    .returning({ seq: streamHead.seq, recordedAt: streamHead.recordedAt });
  invariant(head, 'the stream_head row is made when the store opens');
  const first = head.seq - drafts.length + 1;
  const changes = drafts.map((draft, index) => ({
    seq: first + index,
    recordedAt: head.recordedAt,
    actor,
    ...draft,
  }));
  for (let start = 0; start < changes.length; start += INSERT_ROWS) {
    const rows = changes.slice(start, start + INSERT_ROWS);
    await db
      .insert(changesTable)
      .values(rows.map((change) => ({ ...change, ...subjectsOf(change) })));
  }
  return changes;
}

/** A statement may carry 65,535 parameters at most; a row has eight. */
const INSERT_ROWS = 1_000;

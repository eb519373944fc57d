import { setTimeout as delay } from 'node:timers/promises';

import { invariant } from '@shared/assert';
import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';
import type { Actor, Change, ChangeDraft } from '@shared/protocol/changes';
import { eq, type SQL, sql } from 'drizzle-orm';

import type { Clock } from '../clock';
import { subjectsOf } from './change-subjects';
import type { Db } from './database';
import { changes as changesTable, streamHead } from './schema/log';
import { sqlStateOf } from './sql-state';

export interface Tx {
  db: Db;
  /**
   * Adds a change; all of a transaction's take their places in the log, in this order, at its end.
   * @param record the incident or complaint after the change, where it alters to whom or what may be told of it
   */
  append(draft: ChangeDraft, record?: Incident | Complaint): void;
}

export interface Outcome<T> {
  result: T;
  /** In commit order, each with its seq. */
  changes: Change[];
}

/**
 * Run `work` in one transaction and append its changes to the log: either all of it is seen by others,
 * in seq order, or none. Where the database undid it because of others, `work` runs again from its beginning.
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
  /** Part of the statement that takes the seqs: the engine's way to tell other nodes at the commit. */
  announcement: SQL;
  /** Called after a commit that appended changes. */
  notify: () => void;
}

export function createTransact({ db, clock, announcement, notify }: Deps): Transact {
  return async (actor, work, settle) => {
    const outcome = await againAfterConflict(() =>
      db.transaction(async (transaction) => {
        const drafts: Entry[] = [];
        const tx: Tx = {
          db: transaction,
          append: (draft, record) => void drafts.push({ draft, record: record ?? null }),
        };
        const result = await work(tx);
        const changes = await appendChanges(transaction, actor, drafts, clock.now(), announcement);
        await settle?.(tx, { result, changes });
        invariant(drafts.length === changes.length, 'nothing is appended once the seqs are given');
        return { result, changes };
      }),
    );
    if (outcome.changes.length > 0) notify();
    return outcome;
  };
}

/** Deadlocks and failed serialisations: all of the transaction was undone, and not because of itself. */
const CONFLICTS = new Set(['40P01', '40001']);
const ATTEMPTS = 4;
const RETRY_MS = 20;

/** `work` is run anew as a whole, so whatever it does outside of its transaction it must do afterwards. */
async function againAfterConflict<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt === ATTEMPTS || !CONFLICTS.has(sqlStateOf(error) ?? '')) throw error;
      await delay(RETRY_MS * attempt);
    }
  }
}

interface Entry {
  draft: ChangeDraft;
  record: Incident | Complaint | null;
}

async function appendChanges(
  db: Db,
  actor: Actor,
  drafts: readonly Entry[],
  now: Instant,
  announcement: SQL,
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
    .returning({
      seq: streamHead.seq,
      recordedAt: streamHead.recordedAt,
      announced: announcement,
    });
  invariant(head, 'the stream_head row is made when the store opens');
  const first = head.seq - drafts.length + 1;
  const changes = drafts.map(({ draft }, index) => ({
    seq: first + index,
    recordedAt: head.recordedAt,
    actor,
    ...draft,
  }));
  for (let start = 0; start < changes.length; start += INSERT_ROWS) {
    const rows = changes.slice(start, start + INSERT_ROWS);
    await db.insert(changesTable).values(
      rows.map((change, index) => ({
        ...change,
        ...subjectsOf(change),
        record: drafts[start + index]?.record ?? null,
      })),
    );
  }
  return changes;
}

/** A statement may carry 65,535 parameters at most; a row has nine. */
const INSERT_ROWS = 1_000;

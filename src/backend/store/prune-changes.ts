import type { Instant } from '@shared/domain/time';
import { asc, eq, gte, lt, lte, sql } from 'drizzle-orm';

import type { Db } from './database';
import { changes, streamHead } from './schema/log';

export interface LogBounds {
  /** Seq of the last change that was pruned; the log begins after it. */
  prunedSeq: number;
  headSeq: number;
}

export async function readLogBounds(db: Db): Promise<LogBounds> {
  const [row] = await db
    .select({ prunedSeq: streamHead.prunedSeq, headSeq: streamHead.seq })
    .from(streamHead);
  return row ?? { prunedSeq: 0, headSeq: 0 };
}

/** Seq of the last change recorded before an instant; `bounds.prunedSeq` where the log has none. */
export async function lastSeqBefore(db: Db, at: Instant, bounds: LogBounds): Promise<number> {
  const [first] = await db
    .select({ seq: changes.seq })
    .from(changes)
    // The log's time never goes backwards: the first that is young enough ends the old part.
    .where(gte(changes.recordedAt, at))
    .orderBy(asc(changes.recordedAt), asc(changes.seq))
    .limit(1);
  return first === undefined ? bounds.headSeq : Math.max(first.seq - 1, bounds.prunedSeq);
}

/**
 * Forget the changes up to and including `seq`, a portion at a time, so that writers wait for none of it. The
 * log's beginning moves before its rows go: a reader that finds them missing is told so.
 * @returns how many were removed
 */
export async function pruneChanges(db: Db, seq: number): Promise<number> {
  await db
    .update(streamHead)
    .set({ prunedSeq: seq })
    .where(sql`${eq(streamHead.id, 1)} and ${lt(streamHead.prunedSeq, seq)}`);
  let removed = 0;
  for (;;) {
    const portion = db
      .select({ seq: changes.seq })
      .from(changes)
      .where(lte(changes.seq, seq))
      .orderBy(asc(changes.seq))
      .limit(PORTION);
    const gone = await db
      .delete(changes)
      .where(sql`${changes.seq} in ${portion}`)
      .returning({ seq: changes.seq });
    removed += gone.length;
    if (gone.length < PORTION) return removed;
  }
}

const PORTION = 2_000;

import { DAY_MS } from '@shared/domain/time';
import { MAX_RESUME_CHANGES } from '@shared/protocol/stream';

import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Db } from '../store/database';
import { dropHistoryBefore, makeHistoryDays } from '../store/position-history';
import { lastSeqBefore, pruneChanges, readLogBounds } from '../store/prune-changes';

export interface Retention {
  /** Changes older than this are forgotten. */
  logDays: number;
  /** And, however young, all but the newest so many. */
  logMaxChanges: number;
  /** Days of the position history, beside today. */
  positionDays: number;
}

/**
 * A client that resumes needs at most the newest `MAX_RESUME_CHANGES`; twice as many stay whatever their age, so
 * that nothing it is just being sent is taken away.
 */
export const LEAST_KEPT_CHANGES = 2 * MAX_RESUME_CHANGES;

interface Deps {
  db: Db;
  clock: Clock;
  log: Log;
}

/**
 * Forget what is older than it is kept for: changes by age and number, positions by whole days; and make the
 * tables of the days to come. A client that stands before the log's beginning gets a snapshot.
 */
export async function applyRetention(
  { db, clock, log }: Deps,
  { logDays, logMaxChanges, positionDays }: Retention,
): Promise<{ removedChanges: number; droppedDays: string[] }> {
  const nowMs = clock.nowMs();
  await makeHistoryDays(db, nowMs);
  const bounds = await readLogBounds(db);
  const oldest = new Date(nowMs - logDays * DAY_MS).toISOString();
  const byAge = await lastSeqBefore(db, oldest, bounds);
  const byNumber = bounds.headSeq - logMaxChanges;
  const last = Math.min(Math.max(byAge, byNumber), bounds.headSeq - LEAST_KEPT_CHANGES);
  const removedChanges = last > bounds.prunedSeq ? await pruneChanges(db, last) : 0;
  const droppedDays = await dropHistoryBefore(db, nowMs - positionDays * DAY_MS);
  if (removedChanges > 0 || droppedDays.length > 0)
    log.info({ removedChanges, prunedSeq: last, droppedDays }, 'old changes and positions removed');
  return { removedChanges, droppedDays };
}

import { invariant } from '@shared/assert';
import type { Instant } from '@shared/domain/time';
import type { Change } from '@shared/protocol/changes';
import { asc, eq, gt } from 'drizzle-orm';

import type { Db } from './database';
import { changes, meta, streamHead } from './schema/log';

export interface Head {
  /** Identity of the log. */
  streamId: string;
  /** Seq of the last committed change; 0 when there is none. */
  seq: number;
  /** When that was recorded; without changes, when the database was made. */
  recordedAt: Instant;
}

export async function readHead(db: Db): Promise<Head> {
  const [row] = await db
    .select({ streamId: meta.streamId, seq: streamHead.seq, recordedAt: streamHead.recordedAt })
    .from(streamHead)
    .innerJoin(meta, eq(meta.id, streamHead.id));
  invariant(row, 'the meta and stream_head rows are made when the store opens');
  return row;
}

/** The changes after `seq`, in order, at most `limit`. Contiguous: the log has no holes. */
export async function readChangesAfter(db: Db, seq: number, limit: number): Promise<Change[]> {
  const rows = await db
    .select(columns)
    .from(changes)
    .where(gt(changes.seq, seq))
    .orderBy(asc(changes.seq))
    .limit(limit);
  return rows.map(toChange);
}

/** Everything that happened to an incident, its assignments and its units while they were on it, in log order. */
export async function readIncidentTimeline(db: Db, incidentId: string): Promise<Change[]> {
  const rows = await db
    .select(columns)
    .from(changes)
    .where(eq(changes.incidentId, incidentId))
    .orderBy(asc(changes.seq));
  return rows.map(toChange);
}

const columns = {
  seq: changes.seq,
  recordedAt: changes.recordedAt,
  actor: changes.actor,
  type: changes.type,
  data: changes.data,
};

// Type and data were written together by `transact`, from one draft.
const toChange = (row: { [K in keyof typeof columns]: unknown }): Change => row as Change;

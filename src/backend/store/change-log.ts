import { invariant } from '@shared/assert';
import type { IncidentFacts } from '@shared/domain/disclosure';
import type { Instant } from '@shared/domain/time';
import type { StoredChange } from '@shared/protocol/changes';
import type { LoggedChange } from '@shared/protocol/logged-change';
import { asc, eq, gt } from 'drizzle-orm';

import type { Db } from './database';
import { lngLatOf } from './place-columns';
import { incidents } from './schema/incidents';
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

/** What the log has after `seq`, in order, at most `limit`. Contiguous: the log has no holes. */
export async function readChangesAfter(
  db: Db,
  seq: number,
  limit: number,
): Promise<LoggedChange[]> {
  const rows = await db
    .select(columns)
    .from(changes)
    .leftJoin(incidents, eq(incidents.id, changes.incidentId))
    .where(gt(changes.seq, seq))
    .orderBy(asc(changes.seq))
    .limit(limit);
  return rows.map(toLogged);
}

/** Everything that happened to an incident, its assignments and its units while they were on it, in log order. */
export async function readIncidentTimeline(db: Db, incidentId: string): Promise<LoggedChange[]> {
  const rows = await db
    .select(columns)
    .from(changes)
    .leftJoin(incidents, eq(incidents.id, changes.incidentId))
    .where(eq(changes.incidentId, incidentId))
    .orderBy(asc(changes.seq));
  return rows.map(toLogged);
}

const columns = {
  change: {
    seq: changes.seq,
    recordedAt: changes.recordedAt,
    actor: changes.actor,
    type: changes.type,
    data: changes.data,
  },
  record: changes.record,
  // As it is now, not as it was then: its category never changes, and what it was forwarded by is in the changes.
  incident: {
    categoryCode: incidents.categoryCode,
    agencyCodes: incidents.agencyCodes,
    lng: incidents.lng,
    lat: incidents.lat,
  },
};

interface LogRow {
  change: { [K in keyof typeof columns.change]: unknown };
  record: LoggedChange['record'];
  incident: (IncidentFacts & { lng: number | null; lat: number | null }) | null;
}

const toLogged = ({ change, record, incident }: LogRow): LoggedChange => ({
  // Type and data were written together by `transact`, from one draft.
  change: change as StoredChange,
  record,
  incident: incident && {
    categoryCode: incident.categoryCode,
    agencyCodes: incident.agencyCodes,
    lngLat: lngLatOf(incident),
  },
});

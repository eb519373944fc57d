import type { Instant } from '@shared/domain/time';
import type { KpiBucket } from '@shared/protocol/kpi';
import { between, type Column, type SQL, sql } from 'drizzle-orm';

import { toInstant } from './instant-column';

/** A stretch of time, both ends included: every recorded time is a whole millisecond. */
export interface KpiWindow {
  startAt: Instant;
  lastAt: Instant;
}

export const within = (at: Column, { startAt, lastAt }: KpiWindow): SQL =>
  between(at, startAt, lastAt);

/** The WIB clock's reading. WIB has no daylight saving, so a fixed offset is exact (and needs no time zone data). */
export const wibReading = (at: Column): SQL => sql`${at} at time zone ${WIB}`;

const WIB = sql.raw(`interval '7 hours'`);

/** Hours, not days: what a day is would depend on the time zone of the database's session. */
const STEP = {
  hour: sql.raw(`interval '1 hour'`),
  day: sql.raw(`interval '24 hours'`),
  week: sql.raw(`interval '168 hours'`),
} as const satisfies Record<KpiBucket, SQL>;

const UNIT = {
  hour: sql.raw(`'hour'`),
  day: sql.raw(`'day'`),
  week: sql.raw(`'week'`),
} as const satisfies Record<KpiBucket, SQL>;

/**
 * Every bucket of a window that has begun, as a table to join records to, so that none is missing for want
 * of records. The first one may begin before the window does: a week begins on its Monday.
 */
export function bucketsOf({ startAt, lastAt }: KpiWindow, bucket: KpiBucket) {
  const first = sql`(date_trunc(${UNIT[bucket]}, ${startAt}::timestamptz at time zone ${WIB}) at time zone ${WIB})`;
  const startsAt = sql`bucket.starts_at`.mapWith((value: string): Instant | null =>
    toInstant(value),
  );
  return {
    /** Null in the row over all buckets that a rollup adds. */
    startsAt,
    table: sql`generate_series(${first}, ${lastAt}::timestamptz, ${STEP[bucket]}) as bucket (starts_at)`,
    isOf: (at: Column): SQL => sql`date_bin(${STEP[bucket]}, ${at}, ${first}) = ${startsAt}`,
  };
}

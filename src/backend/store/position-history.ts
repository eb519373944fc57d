import { DAY_MS, type Instant } from '@shared/domain/time';
import type { PositionTuple } from '@shared/protocol/positions';
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';

import type { Db } from './database';
import { positionHistory } from './schema/units';

/**
 * Add positions to the history; the same unit and instant again changes nothing. What lies on a day that has no
 * table (reported after the day was dropped, or far ahead) is left out.
 */
export async function appendPositionHistory(
  db: Db,
  positions: readonly PositionTuple[],
): Promise<void> {
  if (positions.length === 0) return;
  const days = new Set(await listHistoryDays(db));
  const rows = positions.filter((position) => days.has(dayOf(position[5])));
  for (let start = 0; start < rows.length; start += ROWS) {
    const json = JSON.stringify(rows.slice(start, start + ROWS).map(toRow));
    await db.execute(sql`
      insert into ${positionHistory} (unit_id, observed_at, lng, lat, heading_deg, speed_mps)
      select unit_id, observed_at, lng, lat, heading_deg, speed_mps
      from jsonb_to_recordset(${json}::jsonb) as kept (
        unit_id text, observed_at timestamptz, lng float8, lat float8, heading_deg float8,
        speed_mps float8
      )
      on conflict do nothing`);
  }
}

const ROWS = 1_000;

function toRow([unitId, lng, lat, headingDeg, speedMps, observedAtMs]: PositionTuple) {
  return {
    unit_id: unitId,
    observed_at: new Date(observedAtMs).toISOString(),
    lng,
    lat,
    heading_deg: headingDeg,
    speed_mps: speedMps,
  };
}

/** Where a unit was from one instant until before another, in order of time, at most `limit`. */
export async function readTrack(
  db: Db,
  unitId: string,
  { from, to }: { from: Instant; to: Instant },
  limit: number,
): Promise<PositionTuple[]> {
  const rows = await db
    .select()
    .from(positionHistory)
    .where(
      and(
        eq(positionHistory.unitId, unitId),
        gte(positionHistory.observedAt, from),
        lt(positionHistory.observedAt, to),
      ),
    )
    .orderBy(asc(positionHistory.observedAt))
    .limit(limit);
  return rows.map((row) => [
    row.unitId,
    row.lng,
    row.lat,
    row.headingDeg,
    row.speedMps,
    Date.parse(row.observedAt),
  ]);
}

interface DayTable {
  /** UTC day, `YYYYMMDD`. */
  day: string;
  /** `leaving`: letting it go was interrupted. `apart`: a table that is not yet, or no more, part of the history. */
  state: 'attached' | 'leaving' | 'apart';
}

/** The tables of the days, in order. */
async function listDayTables(db: Db): Promise<DayTable[]> {
  return db
    .select({
      day: sql<string>`right(day.relname, 8)`.as('day'),
      state: sql<
        DayTable['state']
      >`case when inhrelid is null then 'apart' when inhdetachpending then 'leaving' else 'attached' end`.as(
        'state',
      ),
    })
    .from(sql`pg_class day left join pg_inherits on inhrelid = day.oid`)
    .where(
      sql`day.relkind = 'r' and day.relnamespace = 'public'::regnamespace and day.relname ~ '^position_history_[0-9]{8}$'`,
    )
    .orderBy(sql`day`);
}

/** The days whose positions can be kept and read. */
export async function listHistoryDays(db: Db): Promise<string[]> {
  const tables = await listDayTables(db);
  return tables.filter(({ state }) => state === 'attached').map(({ day }) => day);
}

/**
 * Make the tables of the days from yesterday to two days ahead. Each is made apart and then attached, which keeps
 * nobody from reading or writing the others meanwhile. Safe where several servers do it at once.
 */
export async function makeHistoryDays(db: Db, nowMs: number): Promise<void> {
  const present = new Set(await listHistoryDays(db));
  for (const offset of [-1, 0, 1, 2]) {
    const dayMs = nowMs + offset * DAY_MS;
    if (!present.has(dayOf(dayMs))) await db.transaction((tx) => makeHistoryDay(tx, dayMs));
  }
}

/** Make the table of an instant's day, within the caller's transaction. */
export async function makeHistoryDay(db: Db, dayMs: number): Promise<void> {
  const startMs = Math.floor(dayMs / DAY_MS) * DAY_MS;
  await db.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const day = dayOf(startMs);
  if ((await listHistoryDays(db)).includes(day)) return;
  const table = tableOf(day);
  await db.execute(
    sql`create table if not exists ${table} (like ${positionHistory} including all)`,
  );
  await db.execute(
    sql`alter table ${positionHistory} attach partition ${table} for values from (${boundOf(startMs)}) to (${boundOf(startMs + DAY_MS)})`,
  );
}

/**
 * Drop the tables of the days before an instant's, whole: no row is deleted, and nobody waits for it.
 * @returns the days dropped
 */
export async function dropHistoryBefore(db: Db, beforeMs: number): Promise<string[]> {
  const old = (await listDayTables(db)).filter(({ day }) => day < dayOf(beforeMs));
  for (const { day, state } of old) {
    const table = tableOf(day);
    // Outside a transaction: only so can the rest of the history be used while this one is let go of.
    if (state !== 'apart') {
      const manner = sql.raw(state === 'leaving' ? 'finalize' : 'concurrently');
      await db.execute(sql`alter table ${positionHistory} detach partition ${table} ${manner}`);
    }
    await db.execute(sql`drop table if exists ${table}`);
  }
  return old.map(({ day }) => day);
}

const tableOf = (day: string) => sql.identifier(`position_history_${day}`);

/** Any number, as in `migrate.ts`. */
const LOCK = 112_3673;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10).replaceAll('-', '');

// Bounds are part of a statement that takes no parameters.
const boundOf = (ms: number) => sql.raw(`'${new Date(ms).toISOString()}'`);

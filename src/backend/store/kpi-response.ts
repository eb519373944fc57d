import { invariant } from '@shared/assert';
import { INTERVAL_DEFINITIONS } from '@shared/domain/response-intervals';
import type { KpiBucket, KpiInterval, KpiReport } from '@shared/protocol/kpi';
import { and, asc, desc, notInArray, sql } from 'drizzle-orm';

import type { Db } from './database';
import { isEmergency } from './kpi-incidents';
import { bucketsOf, type KpiWindow, within } from './kpi-window';
import { incidents } from './schema/incidents';

/** Call received → first unit on scene, over the incidents that began in the window. */
export async function readResponse(db: Db, window: KpiWindow): Promise<KpiInterval> {
  const [row] = await db
    .select(figures)
    .from(incidents)
    .where(and(within(incidents.startedAt, window), isEmergency()));
  invariant(row, 'an aggregate without groups has one row');
  return toInterval(row);
}

/** The same over those of all categories but these, and how many incidents they are. */
export async function readResponseOfOthers(
  db: Db,
  window: KpiWindow,
  categoryCodes: readonly string[],
): Promise<{ incidents: number; interval: KpiInterval }> {
  const [row] = await db
    .select({ incidents: sql<number>`count(*)::int`, ...figures })
    .from(incidents)
    .where(
      and(
        within(incidents.startedAt, window),
        isEmergency(),
        notInArray(incidents.categoryCode, [...categoryCodes]),
      ),
    );
  invariant(row, 'an aggregate without groups has one row');
  const { incidents: n, ...figuresOfOthers } = row;
  return { incidents: n, interval: toInterval(figuresOfOthers) };
}

/** The same by category, and how many incidents each had; most first. */
export async function readResponseByCategory(
  db: Db,
  window: KpiWindow,
): Promise<{ categoryCode: string; incidents: number; interval: KpiInterval }[]> {
  const count = sql<number>`count(*)::int`;
  const rows = await db
    .select({ categoryCode: incidents.categoryCode, incidents: count, ...figures })
    .from(incidents)
    .where(and(within(incidents.startedAt, window), isEmergency()))
    .groupBy(incidents.categoryCode)
    .orderBy(desc(count), asc(incidents.categoryCode));
  return rows.map(({ categoryCode, incidents: n, ...row }) => ({
    categoryCode,
    incidents: n,
    interval: toInterval(row),
  }));
}

/** The same as a whole and by the bucket in which the incidents began, in order of time. */
export async function readResponseTrend(
  db: Db,
  window: KpiWindow,
  bucket: KpiBucket,
): Promise<{ whole: KpiInterval; trend: KpiReport['response']['trend'] }> {
  const { table, startsAt, isOf } = bucketsOf(window, bucket);
  const rows = await db
    .select({ startsAt, ...figures })
    .from(table)
    .leftJoin(
      incidents,
      and(within(incidents.startedAt, window), isEmergency(), isOf(incidents.startedAt)),
    )
    .groupBy(sql`rollup (${startsAt})`)
    .orderBy(startsAt);
  const whole = rows.find((row) => row.startsAt === null);
  invariant(whole, 'a rollup ends in one row over all');
  return {
    whole: toInterval(whole),
    trend: rows.flatMap(({ startsAt: at, ...row }) =>
      at === null ? [] : { startsAt: at, ...toInterval(row) },
    ),
  };
}

const THRESHOLD_MS = thresholdMs();

function thresholdMs(): number {
  const { thresholdMs: ms } = INTERVAL_DEFINITIONS.callToOnScene;
  invariant(ms !== null, 'the time to the scene has a norm');
  return ms;
}

const ms = sql`(extract(epoch from (${incidents.onSceneAt} - ${incidents.callReceivedAt})) * 1000)::float8`;

/** The rules of `summarizeInterval`, over the rows of a group. */
const figures = {
  n: sql<number>`(count(*) filter (where ${ms} >= 0))::int`,
  p50Ms: sql<
    number | null
  >`percentile_cont(0.5) within group (order by ${ms}) filter (where ${ms} >= 0)`,
  p90Ms: sql<
    number | null
  >`percentile_cont(0.9) within group (order by ${ms}) filter (where ${ms} >= 0)`,
  within: sql<number>`(count(*) filter (where ${ms} between 0 and ${sql.raw(String(THRESHOLD_MS))}))::int`,
  // A bucket without incidents is joined to a row of nulls, which is no incident.
  missing: sql<number>`(count(${incidents.id}) filter (where ${ms} is null))::int`,
  negative: sql<number>`(count(*) filter (where ${ms} < 0))::int`,
};

interface FigureRow {
  n: number;
  p50Ms: number | null;
  p90Ms: number | null;
  within: number;
  missing: number;
  negative: number;
}

function toInterval({
  n,
  p50Ms,
  p90Ms,
  within: inTime,
  missing,
  negative,
}: FigureRow): KpiInterval {
  return {
    n,
    p50Ms,
    p90Ms,
    thresholdMs: THRESHOLD_MS,
    withinShare: n === 0 ? null : inTime / n,
    excluded: { missing, negative },
  };
}

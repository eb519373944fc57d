import { invariant } from '@shared/assert';
import { CALL_TYPES, type CallType } from '@shared/domain/call';
import type { KpiBucket, KpiReport } from '@shared/protocol/kpi';
import { and, eq, type SQL, sql } from 'drizzle-orm';

import type { Db } from './database';
import { bucketsOf, type KpiWindow, within } from './kpi-window';
import { calls } from './schema/incidents';

/** Calls received in the window, by type; a type without calls is 0. */
export async function countCalls(
  db: Db,
  window: KpiWindow,
): Promise<KpiReport['previous']['calls']> {
  const [row] = await db.select(counts()).from(calls).where(within(calls.receivedAt, window));
  invariant(row, 'an aggregate without groups has one row');
  return row;
}

/** The same with its buckets, in order of time. */
export async function readCalls(
  db: Db,
  window: KpiWindow,
  bucket: KpiBucket,
): Promise<KpiReport['calls']> {
  const { table, startsAt, isOf } = bucketsOf(window, bucket);
  const rows = await db
    .select({ startsAt, ...counts() })
    .from(table)
    .leftJoin(calls, and(within(calls.receivedAt, window), isOf(calls.receivedAt)))
    .groupBy(sql`rollup (${startsAt})`)
    .orderBy(startsAt);
  const total = rows.find((row) => row.startsAt === null);
  invariant(total, 'a rollup ends in one row over all');
  return {
    n: total.n,
    byType: total.byType,
    trend: rows.flatMap(({ startsAt: at, byType }) =>
      at === null ? [] : { startsAt: at, byType },
    ),
  };
}

function counts() {
  const byType = CALL_TYPES.map((type) => [
    type,
    sql<number>`(count(*) filter (where ${eq(calls.type, type)}))::int`,
  ]);
  return {
    n: sql<number>`count(${calls.id})::int`,
    // `fromEntries` forgets that the keys are exactly those of the list.
    byType: Object.fromEntries(byType) as Record<CallType, SQL<number>>,
  };
}

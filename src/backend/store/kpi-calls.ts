import { CALL_TYPES, type CallType } from '@shared/domain/call';
import type { Instant } from '@shared/domain/time';
import type { KpiBucket } from '@shared/protocol/kpi';
import { and, eq, type SQL, sql } from 'drizzle-orm';

import type { Db } from './database';
import { bucketsOf, type KpiWindow, within } from './kpi-window';
import { calls } from './schema/incidents';

type CallTypeCounts = Record<CallType, number>;

/** Calls received in the window, by type; a type without calls is 0. */
export async function countCallsByType(db: Db, window: KpiWindow): Promise<CallTypeCounts> {
  const [row] = await db.select(countPerType()).from(calls).where(within(calls.receivedAt, window));
  return row ?? NO_CALLS;
}

/** The same by bucket, in order of time. */
export async function readCallTrend(
  db: Db,
  window: KpiWindow,
  bucket: KpiBucket,
): Promise<{ startsAt: Instant; byType: CallTypeCounts }[]> {
  const { table, startsAt, isOf } = bucketsOf(window, bucket);
  const rows = await db
    .select({ startsAt, ...countPerType() })
    .from(table)
    .leftJoin(calls, and(within(calls.receivedAt, window), isOf(calls.receivedAt)))
    .groupBy(startsAt)
    .orderBy(startsAt);
  return rows.map(({ startsAt: at, ...byType }) => ({ startsAt: at, byType }));
}

const NO_CALLS: CallTypeCounts = { normal: 0, informasi: 0, prank: 0, ghost: 0, terputus: 0 };

function countPerType(): Record<CallType, SQL<number>> {
  const counts = CALL_TYPES.map((type) => [
    type,
    sql<number>`(count(*) filter (where ${eq(calls.type, type)}))::int`,
  ]);
  // `fromEntries` forgets that the keys are exactly those of the list.
  return Object.fromEntries(counts) as Record<CallType, SQL<number>>;
}

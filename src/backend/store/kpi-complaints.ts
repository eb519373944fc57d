import { invariant } from '@shared/assert';
import type { KpiComplaintCounts, KpiReport } from '@shared/protocol/kpi';
import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';

import type { Db } from './database';
import { DONE_STATES, earlierEndsOf } from './kpi-complaint-ends';
import { type KpiWindow, within } from './kpi-window';
import { complaints } from './schema/complaints';

/** Complaints of a window: what happened to them in it, and how they stood at its last moment. */
export async function countComplaints(db: Db, window: KpiWindow): Promise<KpiComplaintCounts> {
  const { table, counts } = complaintsOf(db, window);
  const [row] = await db.select(counts).from(table);
  invariant(row, 'an aggregate without groups has one row');
  return row;
}

/**
 * The same with its parts, by the agency a complaint lies with now and by the kecamatan recorded on it, null
 * where there is none. Parts of which nothing is to be told are left out; the most open come first.
 */
export async function countComplaintsByPart(
  db: Db,
  window: KpiWindow,
): Promise<KpiReport['complaints']> {
  const { table, counts } = complaintsOf(db, window);
  const { agencyCode, kecamatanCode } = table;
  const rows = await db
    .select({
      agencyCode,
      kecamatanCode,
      isAgency: sql<boolean>`grouping(${agencyCode}) = 0`,
      isKecamatan: sql<boolean>`grouping(${kecamatanCode}) = 0`,
      counts,
    })
    .from(table)
    .groupBy(sql`grouping sets ((), (${agencyCode}), (${kecamatanCode}))`)
    .having(
      sql`${counts.received} + ${counts.open} + ${counts.done} > 0 or grouping(${agencyCode}, ${kecamatanCode}) = 3`,
    )
    .orderBy(sql`${counts.open} desc`, agencyCode, kecamatanCode);
  const total = rows.find(({ isAgency, isKecamatan }) => !isAgency && !isKecamatan);
  invariant(total, 'the empty grouping set has one row');
  return {
    ...total.counts,
    byAgency: rows
      .filter(({ isAgency }) => isAgency)
      .map((row) => ({ agencyCode: row.agencyCode, ...row.counts })),
    byKecamatan: rows
      .filter(({ isKecamatan }) => isKecamatan)
      .map((row) => ({ kecamatanCode: row.kecamatanCode, ...row.counts })),
  };
}

/** The complaints that have to do with a window, and the counts over them. */
function complaintsOf(db: Db, window: KpiWindow) {
  const { startAt, lastAt } = window;
  const earlier = earlierEndsOf(db, window);
  const last = sql`${lastAt}::timestamptz`;
  const table = db
    .select({
      agencyCode: complaints.agencyCode,
      kecamatanCode: complaints.kecamatanCode,
      dueAt: complaints.dueAt,
      isReceived: sql<boolean>`${within(complaints.receivedAt, window)}`.as('is_received'),
      isOpen:
        sql<boolean>`((${complaints.endedAt} is null or ${complaints.endedAt} > ${last}) and ${earlier.stoodAtLast} is not true)`.as(
          'is_open',
        ),
      // Done twice in one window counts once, by the last time.
      doneAt:
        sql`greatest(${earlier.doneAt}, case when ${inArray(complaints.state, DONE_STATES)} and ${within(complaints.endedAt, window)} then ${complaints.endedAt} end)`.as(
          'complaint_done_at',
        ),
    })
    .from(complaints)
    .leftJoin(earlier, eq(earlier.complaintId, complaints.id))
    .where(
      and(
        lte(complaints.receivedAt, lastAt),
        or(
          isNull(complaints.endedAt),
          gte(complaints.endedAt, startAt),
          gte(complaints.receivedAt, startAt),
        ),
      ),
    )
    .as('complaint');
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`(count(*) filter (where ${condition}))::int`;
  return {
    table,
    counts: {
      received: count(sql`${table.isReceived}`),
      open: count(sql`${table.isOpen}`),
      overdue: count(sql`${table.isOpen} and ${table.dueAt} < ${last}`),
      done: count(sql`${table.doneAt} is not null`),
      doneInTime: count(sql`${table.doneAt} <= ${table.dueAt}`),
    },
  };
}

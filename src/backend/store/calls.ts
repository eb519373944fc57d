import { CALL_TYPES, type Call, type CallType, type Provenance } from '@shared/domain/call';
import { type Instant, wibDay, wibDayStart } from '@shared/domain/time';
import type { CallTally } from '@shared/protocol/snapshot';
import { and, eq, gte, lt, sql } from 'drizzle-orm';

import type { Db } from './database';
import { allOf, isAfterPoint, newestFirst, type Page, type PageRequest, toPage } from './page';
import { provenanceOf, provenanceToColumns } from './place-columns';
import { calls } from './schema/incidents';

export type CallRow = typeof calls.$inferSelect;

export function toCall(row: CallRow): Call {
  const { source, externalId, ...call } = row;
  return { ...call, provenance: provenanceOf({ source, externalId }) };
}

export function fromCall({ provenance, ...call }: Call): CallRow {
  return { ...call, ...provenanceToColumns(provenance) };
}

/** @returns false where its source and external id are already there; nothing is written then */
export async function insertCall(db: Db, call: Call): Promise<boolean> {
  const rows = await db
    .insert(calls)
    .values(fromCall(call))
    .onConflictDoNothing({ target: [calls.source, calls.externalId] })
    .returning({ id: calls.id });
  return rows.length > 0;
}

export async function findCall(db: Db, id: string): Promise<Call | null> {
  const [row] = await db.select().from(calls).where(eq(calls.id, id));
  return row ? toCall(row) : null;
}

/** The call, held against others until the transaction ends. */
export async function lockCall(db: Db, id: string): Promise<Call | null> {
  const [row] = await db.select().from(calls).where(eq(calls.id, id)).for('update');
  return row ? toCall(row) : null;
}

export async function findCallIdByProvenance(
  db: Db,
  provenance: Provenance,
): Promise<string | null> {
  const [row] = await db
    .select({ id: calls.id })
    .from(calls)
    .where(and(eq(calls.source, provenance.source), eq(calls.externalId, provenance.externalId)));
  return row?.id ?? null;
}

export async function linkCall(db: Db, callId: string, incidentId: string): Promise<void> {
  await db.update(calls).set({ incidentId }).where(eq(calls.id, callId));
}

export interface CallFilter {
  type?: CallType | undefined;
  /** Received at or after. */
  from?: Instant | undefined;
  /** Received before. */
  to?: Instant | undefined;
}

/** Newest first. */
export async function listCalls(
  db: Db,
  filter: CallFilter,
  { after, limit }: PageRequest,
): Promise<Page<Call>> {
  const rows = await db
    .select()
    .from(calls)
    .where(
      allOf(
        filter.type === undefined ? undefined : eq(calls.type, filter.type),
        filter.from === undefined ? undefined : gte(calls.receivedAt, filter.from),
        filter.to === undefined ? undefined : lt(calls.receivedAt, filter.to),
        isAfterPoint(calls.receivedAt, calls.id, after),
      ),
    )
    .orderBy(...newestFirst(calls.receivedAt, calls.id))
    .limit(limit + 1);
  return toPage(rows, limit, toCall, (row) => ({ at: row.receivedAt, id: row.id }));
}

/** Calls by type for each WIB day from that of `since` on; a day without calls is absent. */
export async function countCallsByDay(db: Db, since: Instant): Promise<Record<string, CallTally>> {
  // WIB has no daylight saving, so a fixed offset is exact (and needs no time zone data in the database).
  const day = sql<string>`to_char(${calls.receivedAt} at time zone interval '7 hours', 'YYYY-MM-DD')`;
  const rows = await db
    .select({ day: day.as('day'), type: calls.type, count: sql<number>`count(*)::int` })
    .from(calls)
    .where(gte(calls.receivedAt, wibDayStart(wibDay(since))))
    .groupBy(sql`1`, calls.type)
    .orderBy(sql`1`);
  const tallies: Record<string, CallTally> = {};
  for (const row of rows) {
    const tally = (tallies[row.day] ??= emptyTally());
    tally[row.type] = row.count;
  }
  return tallies;
}

function emptyTally(): CallTally {
  return { normal: 0, informasi: 0, prank: 0, ghost: 0, terputus: 0 } satisfies Record<
    (typeof CALL_TYPES)[number],
    0
  >;
}

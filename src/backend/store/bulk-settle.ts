import { INCIDENT_MILESTONES } from '@shared/domain/incident';
import { latestMilestoneBefore } from '@shared/domain/milestones';
import { type Instant } from '@shared/domain/time';
import { and, eq, inArray, isNull, lt, max, sql } from 'drizzle-orm';

import type { PastComplaint } from './bulk-load';
import type { Db } from './database';
import { toIncident } from './incidents';
import { complaints } from './schema/complaints';
import { assignments, calls, incidents } from './schema/incidents';
import { units } from './schema/units';

/** Unix ms of the source's latest call; null: it has none. */
export async function latestCallMs(db: Db, source: string): Promise<number | null> {
  const [row] = await db
    .select({ latest: max(calls.receivedAt) })
    .from(calls)
    .where(eq(calls.source, source));
  return row?.latest == null ? null : Date.parse(row.latest);
}

/** A past needs units that were there: those that never did anything are at rest since `at`. */
export async function restUnitsBefore(db: Db, at: Instant): Promise<void> {
  await db
    .update(units)
    .set({ statusSince: at })
    .where(and(eq(units.version, 1), sql`${units.statusSince} > ${at}::timestamptz`));
}

export interface SettleIncidents {
  source: string;
  startedBefore: Instant;
  now: Instant;
  /** What their units are reported with afterwards. */
  restStatusCode: string;
}

/** How long after its last step an abandoned incident is taken to have been settled. */
const SETTLED_AFTER_MS = 40 * 60_000;

/** End the source's incidents that were left open long ago, and send their units home. */
export async function settleIncidents(
  db: Db,
  { source, startedBefore, now, restStatusCode }: SettleIncidents,
): Promise<number> {
  const left = await db
    .select()
    .from(incidents)
    .where(
      and(
        eq(incidents.source, source),
        isNull(incidents.endedAt),
        lt(incidents.startedAt, startedBefore),
      ),
    );
  for (const row of left) {
    const { milestones } = toIncident(row);
    const last = latestMilestoneBefore(milestones, INCIDENT_MILESTONES, null)?.at ?? row.startedAt;
    const endedAt = new Date(
      Math.min(Date.parse(last) + SETTLED_AFTER_MS, Date.parse(now)),
    ).toISOString();
    await db
      .update(incidents)
      .set({
        state: 'closed',
        resolvedAt: milestones.resolvedAt ?? endedAt,
        closedAt: endedAt,
        endedAt,
        version: row.version + 1,
      })
      .where(eq(incidents.id, row.id));
    const cleared = await db
      .update(assignments)
      .set({ clearedAt: endedAt })
      .where(and(eq(assignments.incidentId, row.id), isNull(assignments.clearedAt)))
      .returning({ unitId: assignments.unitId });
    if (cleared.length === 0) continue;
    await db
      .update(units)
      .set({
        statusCode: restStatusCode,
        statusMeaning: 'available_at_station',
        statusSince: endedAt,
        version: sql`${units.version} + 1`,
      })
      .where(
        inArray(
          units.id,
          cleared.map(({ unitId }) => unitId),
        ),
      );
  }
  return left.length;
}

/** External ids of the source's open complaints. */
export async function openComplaintKeys(db: Db, source: string): Promise<string[]> {
  const rows = await db
    .select({ externalId: complaints.externalId })
    .from(complaints)
    .where(and(eq(complaints.source, source), isNull(complaints.endedAt)));
  return rows.flatMap(({ externalId }) => externalId ?? []);
}

/** Move complaints that are open to where they stand now. */
export async function settleComplaints(db: Db, settled: readonly PastComplaint[]): Promise<void> {
  for (const { provenance, state, stateSince, agencyCode, firstResponseAt, endedAt } of settled) {
    await db
      .update(complaints)
      .set({
        state,
        stateSince,
        agencyCode,
        firstResponseAt,
        endedAt,
        version: sql`${complaints.version} + 1`,
      })
      .where(
        and(
          eq(complaints.source, provenance.source),
          eq(complaints.externalId, provenance.externalId),
          isNull(complaints.endedAt),
          // The live city may have moved it further than the plan knows.
          lt(complaints.stateSince, stateSince),
        ),
      );
  }
}

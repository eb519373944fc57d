import type { Provenance } from '@shared/domain/call';
import type { Complaint } from '@shared/domain/complaint';
import type { Instant } from '@shared/domain/time';
import { and, eq, gte, isNotNull, isNull, lt, or } from 'drizzle-orm';

import type { Db } from './database';
import { allOf, isAfterPoint, newestFirst, type Page, type PageRequest, toPage } from './page';
import {
  areaOf,
  areaToColumns,
  lngLatOf,
  placeToColumns,
  provenanceOf,
  provenanceToColumns,
} from './place-columns';
import { complaintSteps, complaints } from './schema/complaints';

export type ComplaintRow = typeof complaints.$inferSelect;

export function toComplaint(row: ComplaintRow): Complaint {
  return {
    id: row.id,
    number: row.number,
    categoryCode: row.categoryCode,
    class: row.class,
    channel: row.channel,
    state: row.state,
    area: areaOf(row),
    lngLat: lngLatOf(row),
    agencyCode: row.agencyCode,
    receivedAt: row.receivedAt,
    firstResponseAt: row.firstResponseAt,
    dueAt: row.dueAt,
    endedAt: row.endedAt,
    provenance: provenanceOf(row),
    version: row.version,
  };
}

/** @param stateSince when it entered its state */
export function fromComplaint(complaint: Complaint, stateSince: Instant): ComplaintRow {
  const { area, lngLat, provenance, ...rest } = complaint;
  return {
    ...rest,
    stateSince,
    ...placeToColumns(area, lngLat),
    ...provenanceToColumns(provenance),
  };
}

/** @returns false where its source and external id are already there; nothing is written then */
export async function insertComplaint(db: Db, complaint: Complaint): Promise<boolean> {
  const rows = await db
    .insert(complaints)
    .values(fromComplaint(complaint, complaint.receivedAt))
    .onConflictDoNothing({ target: [complaints.source, complaints.externalId] })
    .returning({ id: complaints.id });
  return rows.length > 0;
}

export async function findComplaint(db: Db, id: string): Promise<Complaint | null> {
  const [row] = await db.select().from(complaints).where(eq(complaints.id, id));
  return row ? toComplaint(row) : null;
}

/** The complaint and since when it is in its state, held against others until the transaction ends. */
export async function lockComplaint(
  db: Db,
  id: string,
): Promise<{ complaint: Complaint; stateSince: Instant } | null> {
  const [row] = await db.select().from(complaints).where(eq(complaints.id, id)).for('update');
  return row ? { complaint: toComplaint(row), stateSince: row.stateSince } : null;
}

export async function findComplaintIdByProvenance(
  db: Db,
  provenance: Provenance,
): Promise<string | null> {
  const [row] = await db
    .select({ id: complaints.id })
    .from(complaints)
    .where(
      and(
        eq(complaints.source, provenance.source),
        eq(complaints.externalId, provenance.externalId),
      ),
    );
  return row?.id ?? null;
}

export async function saveComplaintProgress(
  db: Db,
  complaint: Complaint,
  stateSince: Instant,
): Promise<void> {
  const { id, state, agencyCode, firstResponseAt, endedAt, version } = complaint;
  await db
    .update(complaints)
    .set({ state, stateSince, agencyCode, firstResponseAt, endedAt, version })
    .where(eq(complaints.id, id));
  await db
    .insert(complaintSteps)
    .values({ complaintId: id, version, toState: state, at: stateSince });
}

/** The position stays what it was. */
export async function saveComplaintArea(
  db: Db,
  { id, area, version }: Pick<Complaint, 'id' | 'area' | 'version'>,
): Promise<void> {
  await db
    .update(complaints)
    .set({ ...areaToColumns(area), version })
    .where(eq(complaints.id, id));
}

export interface ComplaintFilter {
  state: 'open' | 'ended' | 'all';
  categoryCode?: string | undefined;
  kecamatanCode?: string | undefined;
  agencyCode?: string | undefined;
  /** Received at or after. */
  from?: Instant | undefined;
  /** Received before. */
  to?: Instant | undefined;
}

/** Newest first. */
export async function listComplaints(
  db: Db,
  filter: ComplaintFilter,
  { after, limit }: PageRequest,
): Promise<Page<Complaint>> {
  const rows = await db
    .select()
    .from(complaints)
    .where(
      allOf(
        filter.state === 'open' ? isNull(complaints.endedAt) : undefined,
        filter.state === 'ended' ? isNotNull(complaints.endedAt) : undefined,
        filter.categoryCode === undefined
          ? undefined
          : eq(complaints.categoryCode, filter.categoryCode),
        filter.kecamatanCode === undefined
          ? undefined
          : eq(complaints.kecamatanCode, filter.kecamatanCode),
        filter.agencyCode === undefined ? undefined : eq(complaints.agencyCode, filter.agencyCode),
        filter.from === undefined ? undefined : gte(complaints.receivedAt, filter.from),
        filter.to === undefined ? undefined : lt(complaints.receivedAt, filter.to),
        isAfterPoint(complaints.receivedAt, complaints.id, after),
      ),
    )
    .orderBy(...newestFirst(complaints.receivedAt, complaints.id))
    .limit(limit + 1);
  return toPage(rows, limit, toComplaint, (row) => ({ at: row.receivedAt, id: row.id }));
}

/** Open complaints, and those that ended at or after `horizonAt`. */
export async function readRetainedComplaints(db: Db, horizonAt: Instant): Promise<Complaint[]> {
  const rows = await db
    .select()
    .from(complaints)
    .where(or(isNull(complaints.endedAt), gte(complaints.endedAt, horizonAt)))
    .orderBy(complaints.id);
  return rows.map(toComplaint);
}

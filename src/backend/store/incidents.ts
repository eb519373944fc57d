import type { Provenance } from '@shared/domain/call';
import { type Incident, incidentStartedAt } from '@shared/domain/incident';
import type { Priority } from '@shared/domain/priority';
import type { Instant } from '@shared/domain/time';
import { and, arrayContains, eq, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';

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
import { incidents } from './schema/incidents';

export type IncidentRow = typeof incidents.$inferSelect;

export function toIncident(row: IncidentRow): Incident {
  return {
    id: row.id,
    number: row.number,
    categoryCode: row.categoryCode,
    subcategoryCode: row.subcategoryCode,
    priority: row.priority,
    state: row.state,
    area: areaOf(row),
    lngLat: lngLatOf(row),
    agencyCodes: row.agencyCodes,
    milestones: {
      callReceivedAt: row.callReceivedAt,
      callAnsweredAt: row.callAnsweredAt,
      verifiedAt: row.verifiedAt,
      forwardedAt: row.forwardedAt,
      acknowledgedAt: row.acknowledgedAt,
      dispatchedAt: row.dispatchedAt,
      enRouteAt: row.enRouteAt,
      onSceneAt: row.onSceneAt,
      underControlAt: row.underControlAt,
      resolvedAt: row.resolvedAt,
      closedAt: row.closedAt,
    },
    endedAt: row.endedAt,
    noteCount: row.noteCount,
    provenance: provenanceOf(row),
    version: row.version,
  };
}

/** @param recordedAt its place in lists where it has no milestone yet */
export function fromIncident(incident: Incident, recordedAt: Instant): IncidentRow {
  const { area, lngLat, milestones, provenance, ...rest } = incident;
  return {
    ...rest,
    ...placeToColumns(area, lngLat),
    ...milestones,
    ...provenanceToColumns(provenance),
    startedAt: incidentStartedAt(incident) ?? recordedAt,
  };
}

/** @returns false where its source and external id are already there; nothing is written then */
export async function insertIncident(
  db: Db,
  incident: Incident,
  recordedAt: Instant,
): Promise<boolean> {
  const rows = await db
    .insert(incidents)
    .values(fromIncident(incident, recordedAt))
    .onConflictDoNothing({ target: [incidents.source, incidents.externalId] })
    .returning({ id: incidents.id });
  return rows.length > 0;
}

export async function findIncident(db: Db, id: string): Promise<Incident | null> {
  const [row] = await db.select().from(incidents).where(eq(incidents.id, id));
  return row ? toIncident(row) : null;
}

/** The incident, held against others until the transaction ends. */
export async function lockIncident(db: Db, id: string): Promise<Incident | null> {
  const [row] = await db.select().from(incidents).where(eq(incidents.id, id)).for('update');
  return row ? toIncident(row) : null;
}

export async function findIncidentIdByProvenance(
  db: Db,
  provenance: Provenance,
): Promise<string | null> {
  const [row] = await db
    .select({ id: incidents.id })
    .from(incidents)
    .where(
      and(eq(incidents.source, provenance.source), eq(incidents.externalId, provenance.externalId)),
    );
  return row?.id ?? null;
}

/** What a step changes of an incident. */
export type IncidentProgress = Pick<
  Incident,
  'id' | 'state' | 'milestones' | 'agencyCodes' | 'endedAt' | 'version'
>;

export async function saveIncidentProgress(db: Db, progress: IncidentProgress): Promise<void> {
  const { id, milestones, state, agencyCodes, endedAt, version } = progress;
  await db
    .update(incidents)
    .set({ ...milestones, state, agencyCodes, endedAt, version })
    .where(eq(incidents.id, id));
}

/** The position stays what it was. */
export async function saveIncidentArea(
  db: Db,
  { id, area, version }: Pick<Incident, 'id' | 'area' | 'version'>,
): Promise<void> {
  await db
    .update(incidents)
    .set({ ...areaToColumns(area), version })
    .where(eq(incidents.id, id));
}

/** @returns the new count and version; null where there is no such incident */
export async function countOneNote(
  db: Db,
  id: string,
): Promise<{ noteCount: number; version: number } | null> {
  const [row] = await db
    .update(incidents)
    .set({ noteCount: sql`${incidents.noteCount} + 1`, version: sql`${incidents.version} + 1` })
    .where(eq(incidents.id, id))
    .returning({ noteCount: incidents.noteCount, version: incidents.version });
  return row ?? null;
}

export interface IncidentFilter {
  state: 'open' | 'ended' | 'all';
  categoryCode?: string | undefined;
  priority?: Priority | undefined;
  kecamatanCode?: string | undefined;
  /** Forwarded to this agency. */
  agencyCode?: string | undefined;
  /** Forwarded to this one as well: whose desk asks. */
  forwardedTo?: string | undefined;
  /** Started at or after. */
  from?: Instant | undefined;
  /** Started before. */
  to?: Instant | undefined;
}

/** Newest first. */
export async function listIncidents(
  db: Db,
  filter: IncidentFilter,
  { after, limit }: PageRequest,
): Promise<Page<Incident>> {
  const rows = await db
    .select()
    .from(incidents)
    .where(
      allOf(
        filter.state === 'open' ? isNull(incidents.endedAt) : undefined,
        filter.state === 'ended' ? isNotNull(incidents.endedAt) : undefined,
        filter.categoryCode === undefined
          ? undefined
          : eq(incidents.categoryCode, filter.categoryCode),
        filter.priority === undefined ? undefined : eq(incidents.priority, filter.priority),
        filter.kecamatanCode === undefined
          ? undefined
          : eq(incidents.kecamatanCode, filter.kecamatanCode),
        filter.agencyCode === undefined
          ? undefined
          : arrayContains(incidents.agencyCodes, [filter.agencyCode]),
        filter.forwardedTo === undefined
          ? undefined
          : arrayContains(incidents.agencyCodes, [filter.forwardedTo]),
        filter.from === undefined ? undefined : gte(incidents.startedAt, filter.from),
        filter.to === undefined ? undefined : lt(incidents.startedAt, filter.to),
        isAfterPoint(incidents.startedAt, incidents.id, after),
      ),
    )
    .orderBy(...newestFirst(incidents.startedAt, incidents.id))
    .limit(limit + 1);
  return toPage(rows, limit, toIncident, (row) => ({ at: row.startedAt, id: row.id }));
}

/** Open incidents, and those that ended at or after `horizonAt`. */
export async function readRetainedIncidents(db: Db, horizonAt: Instant): Promise<Incident[]> {
  const rows = await db
    .select()
    .from(incidents)
    .where(or(isNull(incidents.endedAt), gte(incidents.endedAt, horizonAt)))
    .orderBy(incidents.id);
  return rows.map(toIncident);
}

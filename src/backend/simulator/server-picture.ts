import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { Unit } from '@shared/domain/unit';
import { COMMITTED_MEANINGS } from '@shared/domain/unit-lifecycle';
import {
  complaintPageSchema,
  incidentDetailSchema,
  incidentPageSchema,
  unitPageSchema,
} from '@shared/protocol/replies';
import type { z } from 'zod';

import type { IntakeClient } from '../intake/intake-client';

/** What the backend says is so. */
export interface ServerPicture {
  units: Unit[];
  openIncidents: Incident[];
  /** Unit id → id of the incident it is on. */
  onIncident: Map<string, string>;
}

/** @throws Error where the backend does not answer */
export type ReadPicture = () => Promise<ServerPicture>;

/** What was found out about a unit; `incidentId` null: the incident it is on has ended. */
interface Known {
  version: number;
  incidentId: string | null;
}

/** Reads what is so, again and again; which unit is on which incident is asked only where it may have changed. */
export function createPictureReader(client: IntakeClient): ReadPicture {
  let known: ReadonlyMap<string, Known> = new Map();
  return async () => {
    const units = await readAll(client, '/units?limit=500', unitPageSchema);
    const openIncidents = await readAll(
      client,
      '/incidents?state=open&limit=500',
      incidentPageSchema,
    );
    known = await readAssignments(client, units, openIncidents, known);
    const onIncident = new Map<string, string>();
    for (const [unitId, { incidentId }] of known)
      if (incidentId !== null) onIncident.set(unitId, incidentId);
    return { units, openIncidents, onIncident };
  };
}

/** Incidents that began at or after an instant, open or not. */
export function readIncidentsSince(client: IntakeClient, at: string): Promise<Incident[]> {
  return readAll(client, `/incidents?limit=500&from=${encodeURIComponent(at)}`, incidentPageSchema);
}

export function readOpenComplaints(client: IntakeClient): Promise<Complaint[]> {
  return readAll(client, '/complaints?state=open&limit=500', complaintPageSchema);
}

async function readAssignments(
  client: IntakeClient,
  units: readonly Unit[],
  incidents: readonly Incident[],
  known: ReadonlyMap<string, Known>,
): Promise<ReadonlyMap<string, Known>> {
  const now = new Map<string, Known>();
  const unknown = new Map<string, Unit>();
  for (const unit of units) {
    if (!(COMMITTED_MEANINGS as readonly string[]).includes(unit.statusMeaning)) continue;
    const before = known.get(unit.id);
    // To another incident it takes two steps: off the one, on to the other.
    if (before && unit.version - before.version <= 1)
      now.set(unit.id, { ...before, version: unit.version });
    else unknown.set(unit.id, unit);
  }
  // Units are on the youngest incidents more often than not; stop as soon as each is found.
  for (const { id, milestones } of incidents) {
    if (unknown.size === 0) break;
    if (milestones.dispatchedAt === null) continue;
    const { assignments } = await client.get(`/incidents/${id}`, incidentDetailSchema);
    for (const { unitId, clearedAt } of assignments) {
      const unit = clearedAt === null ? unknown.get(unitId) : undefined;
      if (unit === undefined) continue;
      now.set(unitId, { version: unit.version, incidentId: id });
      unknown.delete(unitId);
    }
  }
  for (const [unitId, { version }] of unknown) now.set(unitId, { version, incidentId: null });
  return now;
}

async function readAll<T>(
  client: IntakeClient,
  path: string,
  page: z.ZodType<{ items: T[]; nextCursor: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const next: { items: T[]; nextCursor: string | null } = await client.get(
      cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`,
      page,
    );
    items.push(...next.items);
    cursor = next.nextCursor;
  } while (cursor !== null);
  return items;
}

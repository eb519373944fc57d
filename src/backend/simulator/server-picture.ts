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
export async function readPicture(client: IntakeClient): Promise<ServerPicture> {
  const units = await readAll(client, '/units?limit=500', unitPageSchema);
  const openIncidents = await readAll(
    client,
    '/incidents?state=open&limit=500',
    incidentPageSchema,
  );
  return { units, openIncidents, onIncident: await readAssignments(client, units, openIncidents) };
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
): Promise<Map<string, string>> {
  const onIncident = new Map<string, string>();
  const committed = units.filter(({ statusMeaning }) =>
    (COMMITTED_MEANINGS as readonly string[]).includes(statusMeaning),
  );
  // Units are on the youngest incidents more often than not; stop as soon as each is found.
  for (const { id } of incidents) {
    if (onIncident.size >= committed.length) break;
    const { assignments } = await client.get(`/incidents/${id}`, incidentDetailSchema);
    for (const { unitId, clearedAt } of assignments)
      if (clearedAt === null) onIncident.set(unitId, id);
  }
  return onIncident;
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

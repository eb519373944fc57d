import type { Assignment } from '@shared/domain/assignment';
import type { Incident } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';
import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';

import type { Db } from './database';
import { lngLatOf } from './place-columns';
import { assignments, incidents } from './schema/incidents';

export async function insertAssignment(db: Db, assignment: Assignment): Promise<void> {
  await db.insert(assignments).values(assignment);
}

/** The assignment that a unit is on now; its unit's row must be locked by the caller. */
export async function findActiveAssignment(db: Db, unitId: string): Promise<Assignment | null> {
  const [row] = await db
    .select()
    .from(assignments)
    .where(and(eq(assignments.unitId, unitId), isNull(assignments.clearedAt)));
  return row ?? null;
}

export async function saveAssignment(db: Db, { id, ...values }: Assignment): Promise<void> {
  await db.update(assignments).set(values).where(eq(assignments.id, id));
}

/** In the order of their dispatch. */
export async function readAssignmentsOf(db: Db, incidentId: string): Promise<Assignment[]> {
  return db
    .select()
    .from(assignments)
    .where(eq(assignments.incidentId, incidentId))
    .orderBy(asc(assignments.dispatchedAt), asc(assignments.id));
}

/** Those of the incidents that are open or ended at or after `horizonAt`: an assignment leaves with its incident. */
export async function readRetainedAssignments(db: Db, horizonAt: Instant): Promise<Assignment[]> {
  const rows = await db
    .select({ assignment: assignments })
    .from(assignments)
    .innerJoin(incidents, eq(incidents.id, assignments.incidentId))
    .where(or(isNull(incidents.endedAt), gte(incidents.endedAt, horizonAt)))
    .orderBy(assignments.id);
  return rows.map((row) => row.assignment);
}

/** A unit that is on an incident, or was until lately. */
export interface UnitOnIncident {
  unitId: string;
  incidentId: string;
  incident: Pick<Incident, 'categoryCode' | 'agencyCodes' | 'lngLat'>;
  isOver: boolean;
}

/** Units on incidents, and those cleared at or after `since`, in the order of their dispatch. */
export async function readUnitsOnIncidents(db: Db, since: Instant): Promise<UnitOnIncident[]> {
  const rows = await db
    .select({
      unitId: assignments.unitId,
      incidentId: assignments.incidentId,
      clearedAt: assignments.clearedAt,
      categoryCode: incidents.categoryCode,
      agencyCodes: incidents.agencyCodes,
      lng: incidents.lng,
      lat: incidents.lat,
    })
    .from(assignments)
    .innerJoin(incidents, eq(incidents.id, assignments.incidentId))
    .where(or(isNull(assignments.clearedAt), gte(assignments.clearedAt, since)))
    .orderBy(asc(assignments.dispatchedAt), asc(assignments.id));
  return rows.map(({ unitId, incidentId, clearedAt, categoryCode, agencyCodes, ...place }) => ({
    unitId,
    incidentId,
    incident: { categoryCode, agencyCodes, lngLat: lngLatOf(place) },
    isOver: clearedAt !== null,
  }));
}

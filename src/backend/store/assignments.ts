import type { Assignment } from '@shared/domain/assignment';
import type { Instant } from '@shared/domain/time';
import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';

import type { Db } from './database';
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

import type { Instant } from '@shared/domain/time';
import type { EnrolledDisplay } from '@shared/protocol/displays';
import { and, asc, count, eq, gt, isNull, lt, max } from 'drizzle-orm';

import type { Db } from './database';
import { displayEnrolments, displays, sessions } from './schema/access';

export type DisplayRow = typeof displays.$inferSelect;
export type EnrolmentRow = typeof displayEnrolments.$inferSelect;

/** Those that were not revoked, by name. */
export async function readDisplays(db: Db): Promise<EnrolledDisplay[]> {
  return db
    .select({
      id: displays.id,
      name: displays.name,
      displayClass: displays.displayClass,
      enrolledAt: displays.enrolledAt,
      lastSeenAt: max(sessions.refreshedAt),
    })
    .from(displays)
    .leftJoin(sessions, eq(sessions.displayId, displays.id))
    .where(isNull(displays.revokedAt))
    .groupBy(displays.id)
    .orderBy(asc(displays.name), asc(displays.id));
}

export async function findDisplay(db: Db, id: string): Promise<DisplayRow | null> {
  const [row] = await db.select().from(displays).where(eq(displays.id, id));
  return row ?? null;
}

export async function insertDisplay(db: Db, row: DisplayRow): Promise<void> {
  await db.insert(displays).values(row);
}

/** @returns false where there is none with this id that was not revoked before */
export async function markDisplayRevoked(db: Db, id: string, now: Instant): Promise<boolean> {
  const rows = await db
    .update(displays)
    .set({ revokedAt: now })
    .where(and(eq(displays.id, id), isNull(displays.revokedAt)))
    .returning({ id: displays.id });
  return rows.length > 0;
}

/** How many codes are waiting to be typed. */
export async function countEnrolments(db: Db, now: Instant): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(displayEnrolments)
    .where(gt(displayEnrolments.expiresAt, now));
  return row?.total ?? 0;
}

/** @returns false where the code is in use */
export async function insertEnrolment(db: Db, row: EnrolmentRow): Promise<boolean> {
  const made = await db
    .insert(displayEnrolments)
    .values(row)
    .onConflictDoNothing()
    .returning({ codeHash: displayEnrolments.codeHash });
  return made.length > 0;
}

/** By what was shown, or by what the wall kept. Held until the transaction ends. */
export async function lockEnrolment(
  db: Db,
  by: { codeHash: string } | { claimHash: string },
): Promise<EnrolmentRow | null> {
  const [row] = await db
    .select()
    .from(displayEnrolments)
    .where(
      'codeHash' in by
        ? eq(displayEnrolments.codeHash, by.codeHash)
        : eq(displayEnrolments.claimHash, by.claimHash),
    )
    .for('update');
  return row ?? null;
}

export async function saveEnrolledDisplay(
  db: Db,
  codeHash: string,
  displayId: string,
): Promise<void> {
  await db
    .update(displayEnrolments)
    .set({ displayId })
    .where(eq(displayEnrolments.codeHash, codeHash));
}

export async function deleteEnrolment(db: Db, codeHash: string): Promise<void> {
  await db.delete(displayEnrolments).where(eq(displayEnrolments.codeHash, codeHash));
}

export async function pruneEnrolments(db: Db, before: Instant): Promise<void> {
  await db.delete(displayEnrolments).where(lt(displayEnrolments.expiresAt, before));
}

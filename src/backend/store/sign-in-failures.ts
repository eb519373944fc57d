import type { Instant } from '@shared/domain/time';
import { and, asc, eq, inArray, like, lt, not } from 'drizzle-orm';

import type { Db } from './database';
import { signInFailures } from './schema/access';

export type FailureRow = typeof signInFailures.$inferSelect;

/**
 * Rows of these subjects, each held until the transaction ends, so that attempts at once are counted one by one.
 * @param always made where they are not there; others only if they are
 */
export async function lockFailures(
  db: Db,
  { always, others, now }: { always: readonly string[]; others: readonly string[]; now: Instant },
): Promise<FailureRow[]> {
  const made = always.map((subject) => ({
    subject,
    failures: 0,
    lastFailedAt: now,
    blockedUntil: now,
  }));
  await db.insert(signInFailures).values(made).onConflictDoNothing();
  return db
    .select()
    .from(signInFailures)
    .where(inArray(signInFailures.subject, [...always, ...others]))
    .orderBy(asc(signInFailures.subject))
    .for('update');
}

export async function saveFailures(db: Db, row: FailureRow): Promise<void> {
  await db
    .insert(signInFailures)
    .values(row)
    .onConflictDoUpdate({ target: signInFailures.subject, set: row });
}

export async function deleteFailures(db: Db, subject: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.subject, subject));
}

/** @param prefix of the subjects that are kept for longer */
export async function pruneFailures(
  db: Db,
  { prefix, before, othersBefore }: { prefix: string; before: Instant; othersBefore: Instant },
): Promise<void> {
  const isKept = like(signInFailures.subject, `${prefix}%`);
  await db.delete(signInFailures).where(and(isKept, lt(signInFailures.lastFailedAt, before)));
  await db
    .delete(signInFailures)
    .where(and(not(isKept), lt(signInFailures.lastFailedAt, othersBefore)));
}

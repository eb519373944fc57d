import type { Instant } from '@shared/domain/time';
import { and, asc, eq, exists, gt, gte, isNull, lt, ne, not, or, sql } from 'drizzle-orm';

import type { Db } from './database';
import { incidents } from './schema/incidents';
import { personalData } from './schema/privacy';

export type PersonalRow = typeof personalData.$inferSelect;

/** Takes the place of what was known before. */
export async function savePersonalData(db: Db, row: PersonalRow): Promise<void> {
  const { subject: _, ...values } = row;
  await db
    .insert(personalData)
    .values(row)
    .onConflictDoUpdate({ target: personalData.subject, set: values });
}

export async function findPersonalData(db: Db, subject: string): Promise<PersonalRow | null> {
  const [row] = await db.select().from(personalData).where(eq(personalData.subject, subject));
  return row ?? null;
}

/** @returns what it was; null: there was nothing */
export async function takePersonalData(db: Db, subject: string): Promise<PersonalRow | null> {
  const [row] = await db.delete(personalData).where(eq(personalData.subject, subject)).returning();
  return row ?? null;
}

/** Rows that another key than this one sealed, held against others until the transaction ends. */
export async function lockPersonalDataOfOtherKeys(
  db: Db,
  keyId: string,
  { after, limit }: { after: string; limit: number },
): Promise<PersonalRow[]> {
  return db
    .select()
    .from(personalData)
    .where(and(ne(personalData.keyId, keyId), gt(personalData.subject, after)))
    .orderBy(asc(personalData.subject))
    .limit(limit)
    .for('update', { skipLocked: true });
}

/**
 * Forget what belongs to incidents that ended before, or to calls that led to none and were recorded before.
 * @returns how many were forgotten
 */
export async function prunePersonalData(db: Db, before: Instant): Promise<number> {
  const isStillNeeded = exists(
    db
      .select({ one: sql`1` })
      .from(incidents)
      .where(
        and(
          eq(incidents.id, sql`substr(${personalData.subject}, ${'incident:'.length + 1})`),
          or(isNull(incidents.endedAt), gte(incidents.endedAt, before)),
        ),
      ),
  );
  const removed = await db
    .delete(personalData)
    .where(and(lt(personalData.recordedAt, before), not(isStillNeeded)))
    .returning({ subject: personalData.subject });
  return removed.length;
}

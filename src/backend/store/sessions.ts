import type { Instant } from '@shared/domain/time';
import { and, eq, gt, isNull, lt, or, type SQL } from 'drizzle-orm';

import type { Db } from './database';
import { apiKeys, sessions } from './schema/access';

export type SessionRow = typeof sessions.$inferSelect;

export async function insertSession(db: Db, row: SessionRow): Promise<void> {
  await db.insert(sessions).values(row);
}

export async function lockSession(db: Db, id: string): Promise<SessionRow | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id)).for('update');
  return row ?? null;
}

export async function saveRefresh(
  db: Db,
  {
    id,
    ...values
  }: Pick<SessionRow, 'id' | 'refreshHash' | 'previousRefreshHash' | 'refreshedAt' | 'expiresAt'>,
): Promise<void> {
  await db.update(sessions).set(values).where(eq(sessions.id, id));
}

/** Whose sessions. */
export type SessionsOf = { sessionId: string } | { userId: string } | { displayId: string };

/** End all that are not yet ended. @returns the ids of those it ended */
export async function revokeSessions(
  db: Db,
  whose: SessionsOf,
  reason: string,
  now: Instant,
): Promise<string[]> {
  const rows = await db
    .update(sessions)
    .set({ revokedAt: now, revokedReason: reason })
    .where(and(isOf(whose), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id });
  return rows.map(({ id }) => id);
}

function isOf(whose: SessionsOf): SQL {
  if ('sessionId' in whose) return eq(sessions.id, whose.sessionId);
  if ('userId' in whose) return eq(sessions.userId, whose.userId);
  return eq(sessions.displayId, whose.displayId);
}

/** Ids of the sessions and keys revoked since. What every node asks every second. */
export async function readRevokedSince(db: Db, since: Instant): Promise<string[]> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(gt(sessions.revokedAt, since))
    .unionAll(db.select({ id: apiKeys.id }).from(apiKeys).where(gt(apiKeys.revokedAt, since)));
  return rows.map(({ id }) => id);
}

/** Forget sessions that ended before. */
export async function pruneSessions(db: Db, before: Instant): Promise<void> {
  await db
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, before), lt(sessions.revokedAt, before)));
}

import type { Instant } from '@shared/domain/time';
import type { User } from '@shared/protocol/session';
import { and, asc, eq, isNull } from 'drizzle-orm';

import type { Db } from './database';
import { users } from './schema/access';

export type UserRow = typeof users.$inferSelect;

/** All there are, by username. */
export async function readUsers(db: Db): Promise<User[]> {
  const rows = await db.select().from(users).orderBy(asc(users.username));
  return rows.map(toUser);
}

/** What is told of an account: everything but its password and when that was changed. */
export function toUser({ passwordHash: _, passwordChangedAt: __, ...user }: UserRow): User {
  return user;
}

export async function findUser(db: Db, id: string): Promise<UserRow | null> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row ?? null;
}

export async function findUserByUsername(db: Db, username: string): Promise<UserRow | null> {
  const [row] = await db.select().from(users).where(eq(users.username, username));
  return row ?? null;
}

export async function lockUser(db: Db, id: string): Promise<UserRow | null> {
  const [row] = await db.select().from(users).where(eq(users.id, id)).for('update');
  return row ?? null;
}

/** @returns false where the username is taken */
export async function insertUser(db: Db, row: UserRow): Promise<boolean> {
  const made = await db.insert(users).values(row).onConflictDoNothing().returning({ id: users.id });
  return made.length > 0;
}

export async function saveUser(db: Db, { id, ...values }: UserRow): Promise<void> {
  await db.update(users).set(values).where(eq(users.id, id));
}

export async function noteUserSeen(db: Db, id: string, now: Instant): Promise<void> {
  await db.update(users).set({ lastSeenAt: now }).where(eq(users.id, id));
}

export async function hasUsers(db: Db): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).limit(1);
  return row !== undefined;
}

/** The admins who can sign in, held until the transaction ends, so that two cannot go at once. */
export async function lockEnabledAdmins(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.disabledAt)))
    .orderBy(asc(users.id))
    .for('update');
  return rows.map(({ id }) => id);
}

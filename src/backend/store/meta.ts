import { randomUUID } from 'node:crypto';

import { invariant } from '@shared/assert';
import type { Instant } from '@shared/domain/time';
import { and, eq, isNull } from 'drizzle-orm';

import type { Clock } from '../clock';
import type { Db } from './database';
import { meta, streamHead } from './schema/log';

export interface Meta {
  /** Identity of the change log. */
  streamId: string;
  /** What this database was made for; null until it is decided. */
  profile: 'demo' | 'empty' | null;
  packHash: string | null;
  /** Of the keys file of this installation; null until its first start. */
  keysFingerprint: string | null;
  createdAt: Instant;
}

/** The two single rows that every database has, made at its first opening. */
export async function ensureMeta(db: Db, clock: Clock): Promise<void> {
  const now = clock.now();
  await db.insert(meta).values({ streamId: randomUUID(), createdAt: now }).onConflictDoNothing();
  await db.insert(streamHead).values({ seq: 0, recordedAt: now }).onConflictDoNothing();
}

export async function readMeta(db: Db): Promise<Meta> {
  const [row] = await db.select().from(meta);
  invariant(row, 'the meta row is made when the store opens');
  return {
    streamId: row.streamId,
    profile: row.profile,
    packHash: row.packHash,
    keysFingerprint: row.keysFingerprint,
    createdAt: row.createdAt,
  };
}

/** Decide what a new database is for. @returns false where it was decided already, perhaps by another node just now */
export async function claimProfile(
  db: Db,
  profile: NonNullable<Meta['profile']>,
): Promise<boolean> {
  const claimed = await db
    .update(meta)
    .set({ profile })
    .where(and(eq(meta.id, 1), isNull(meta.profile)))
    .returning({ id: meta.id });
  return claimed.length > 0;
}

/** Tie a database to its keys. @returns false where it is tied already, perhaps by another node just now */
export async function claimKeys(db: Db, keysFingerprint: string): Promise<boolean> {
  const claimed = await db
    .update(meta)
    .set({ keysFingerprint })
    .where(and(eq(meta.id, 1), isNull(meta.keysFingerprint)))
    .returning({ id: meta.id });
  return claimed.length > 0;
}

/** Held until the transaction ends: whoever else asks waits. */
export async function lockMeta(db: Db): Promise<void> {
  await db.select({ id: meta.id }).from(meta).for('update');
}

export async function writeMeta(
  db: Db,
  values: Partial<Pick<Meta, 'profile' | 'packHash' | 'keysFingerprint'>>,
): Promise<void> {
  await db.update(meta).set(values).where(eq(meta.id, 1));
}

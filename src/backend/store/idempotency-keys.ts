import { invariant } from '@shared/assert';
import type { Instant } from '@shared/domain/time';
import type { WriteReply } from '@shared/protocol/replies';
import { and, eq, lt } from 'drizzle-orm';

import type { Db } from './database';
import { idempotencyKeys } from './schema/log';

export interface IdempotencyClaim {
  actorId: string;
  key: string;
  requestHash: string;
}

export type ClaimResult =
  /** The work is to be done now, in this transaction. */
  | { kind: 'claimed' }
  /** The same request was done before. */
  | { kind: 'done'; reply: WriteReply }
  /** The key was used for another request. */
  | { kind: 'conflict' };

/** Take the key for this transaction; whoever takes it at the same time waits for the outcome of this one. */
export async function claimIdempotencyKey(
  db: Db,
  claim: IdempotencyClaim,
  now: Instant,
): Promise<ClaimResult> {
  const claimed = await db
    .insert(idempotencyKeys)
    .values({ ...claim, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return { kind: 'claimed' };
  const [row] = await db.select().from(idempotencyKeys).where(isClaim(claim));
  if (row?.requestHash !== claim.requestHash) return { kind: 'conflict' };
  invariant(row.reply !== null, 'a committed idempotency key has its reply');
  return { kind: 'done', reply: row.reply };
}

export async function saveIdempotentReply(
  db: Db,
  claim: IdempotencyClaim,
  reply: WriteReply,
): Promise<void> {
  await db.update(idempotencyKeys).set({ reply }).where(isClaim(claim));
}

export async function pruneIdempotencyKeys(db: Db, before: Instant): Promise<void> {
  await db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before));
}

const isClaim = ({ actorId, key }: IdempotencyClaim) =>
  and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, key));

import type { Instant } from '@shared/domain/time';
import type { ApiKey } from '@shared/protocol/api-keys';
import { and, asc, eq, isNull } from 'drizzle-orm';

import type { Db } from './database';
import { apiKeys } from './schema/access';

export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** Those that were not revoked, by name. */
export async function readApiKeys(db: Db): Promise<ApiKey[]> {
  const rows = await db
    .select()
    .from(apiKeys)
    .where(isNull(apiKeys.revokedAt))
    .orderBy(asc(apiKeys.name), asc(apiKeys.id));
  return rows.map(toApiKey);
}

export function toApiKey(row: ApiKeyRow): ApiKey {
  const { id, name, source, scopes, createdAt, lastUsedAt } = row;
  return { id, name, source, scopes, createdAt, lastUsedAt };
}

/** One that was not revoked. */
export async function findApiKey(db: Db, keyHash: string): Promise<ApiKeyRow | null> {
  const [row] = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, keyHash), isNull(apiKeys.revokedAt)));
  return row ?? null;
}

export async function findApiKeyName(db: Db, id: string): Promise<string | null> {
  const [row] = await db.select({ name: apiKeys.name }).from(apiKeys).where(eq(apiKeys.id, id));
  return row?.name ?? null;
}

export async function insertApiKey(db: Db, row: ApiKeyRow): Promise<void> {
  await db.insert(apiKeys).values(row);
}

export async function noteApiKeyUsed(db: Db, id: string, now: Instant): Promise<void> {
  await db.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id));
}

/** @returns false where there is none with this id that was not revoked before */
export async function markApiKeyRevoked(db: Db, id: string, now: Instant): Promise<boolean> {
  const rows = await db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id });
  return rows.length > 0;
}

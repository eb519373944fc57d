import { randomBytes, randomUUID } from 'node:crypto';

import type { ApiKey, CreateApiKey, CreatedApiKey } from '@shared/protocol/api-keys';

import { API_KEY_PREFIX } from '../../access/api-key';
import { hashSecret } from '../../access/refresh-token';
import { appendAudit } from '../../audit/append-audit';
import { notFound } from '../../errors';
import { insertApiKey, markApiKeyRevoked, readApiKeys, toApiKey } from '../../store/api-keys';
import type { AccessDeps, Administrator } from './access-deps';

type KeyDeps = Pick<AccessDeps, 'store' | 'clock' | 'revocations'>;
const ACTOR = { kind: 'system', id: 'api-keys' } as const;

/** Those that were not revoked, by name. */
export function listApiKeys({ store }: Pick<KeyDeps, 'store'>): Promise<ApiKey[]> {
  return readApiKeys(store.db);
}

/** A key for another system. It is told here and never again. */
export async function createApiKey(
  { store, clock }: Pick<KeyDeps, 'store' | 'clock'>,
  { name, source, scopes }: CreateApiKey,
  by: Administrator,
): Promise<CreatedApiKey> {
  const key = `${API_KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
  const row = {
    id: randomUUID(),
    name,
    source,
    scopes: [...new Set(scopes)],
    keyHash: hashSecret(key),
    createdAt: clock.now(),
    createdBy: by.id,
    lastUsedAt: null,
    revokedAt: null,
  };
  await store.transact(ACTOR, async (tx) => {
    await insertApiKey(tx.db, row);
    await appendAudit(tx, {
      recordedAt: row.createdAt,
      actor: { id: by.id, role: by.role },
      action: 'apiKey.create',
      subject: `apiKey:${row.id}`,
      outcome: 'done',
      details: { source, scopes: row.scopes },
      seq: null,
    });
  });
  return { ...toApiKey(row), key };
}

/** @throws AppError not_found */
export async function revokeApiKey(
  { store, clock, revocations }: KeyDeps,
  id: string,
  by: Administrator,
): Promise<void> {
  await store.transact(ACTOR, async (tx) => {
    const now = clock.now();
    if (!(await markApiKeyRevoked(tx.db, id, now))) throw notFound('API key', id);
    await appendAudit(tx, {
      recordedAt: now,
      actor: { id: by.id, role: by.role },
      action: 'apiKey.revoke',
      subject: `apiKey:${id}`,
      outcome: 'done',
      details: {},
      seq: null,
    });
  });
  revocations.announce([id]);
}

import { z } from 'zod';

import { accessOf } from '../domain/access';
import { ACTIONS } from '../domain/access-terms';
import { instantSchema } from '../domain/time';

/** What a key can be for: what an integration may do at all. */
export const API_KEY_SCOPES = ACTIONS.filter((action) => accessOf('integration', action) !== null);

/** `POST /api-keys`. */
export const createApiKeySchema = z.strictObject({
  /** For people: which system it is, e.g. "Panggilan 112". */
  name: z.string().trim().min(1).max(80),
  /** The one provenance source whose records it brings. */
  source: z.string().trim().min(1).max(64),
  scopes: z.array(z.enum(API_KEY_SCOPES)).min(1),
});
export type CreateApiKey = z.infer<typeof createApiKeySchema>;

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  source: z.string(),
  scopes: z.array(z.enum(ACTIONS)),
  createdAt: instantSchema,
  /** To the minute. */
  lastUsedAt: instantSchema.nullable(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** The key itself is told once, here; only its hash is kept. */
export const createdApiKeySchema = apiKeySchema.extend({ key: z.string() });
export type CreatedApiKey = z.infer<typeof createdApiKeySchema>;

/** `GET /api-keys`: those that were not revoked, by name. */
export const apiKeysReplySchema = z.object({ apiKeys: z.array(apiKeySchema) });

import {
  apiKeysReplySchema,
  createApiKeySchema,
  createdApiKeySchema,
} from '@shared/protocol/api-keys';
import { errorBodySchema } from '@shared/protocol/errors';
import { z } from 'zod';

import type { AccessDeps } from '../operations/access/access-deps';
import { createApiKey, listApiKeys, revokeApiKey } from '../operations/access/manage-api-keys';
import { administrator } from './administrator';
import type { Api, ApiDeps } from './api';
import { idParamsSchema, readResponses } from './route-schemas';

const TAG = 'api-keys';
const config = { action: 'apiKey.manage' } as const;

export function registerApiKeyRoutes(api: Api, deps: ApiDeps): void {
  const access: AccessDeps = { ...deps, ...deps.accounts };

  api.get(
    '/api-keys',
    {
      config,
      schema: {
        tags: [TAG],
        summary: 'Keys of other systems',
        response: readResponses(apiKeysReplySchema),
      },
    },
    async () => ({ apiKeys: await listApiKeys(access) }),
  );

  api.post(
    '/api-keys',
    {
      config,
      schema: {
        tags: [TAG],
        summary: 'Make a key; it is told in this reply and never again',
        body: createApiKeySchema,
        response: { 201: createdApiKeySchema, 400: errorBodySchema },
      },
    },
    async ({ body, principal }, reply) => {
      const created = await createApiKey(access, body, administrator(principal));
      return reply.code(201).header('cache-control', 'no-store').send(created);
    },
  );

  api.delete(
    '/api-keys/:id',
    {
      config,
      schema: {
        tags: [TAG],
        summary: 'Revoke a key',
        params: idParamsSchema,
        response: { 204: z.null(), 404: errorBodySchema },
      },
    },
    async ({ params, principal }, reply) => {
      await revokeApiKey(access, params.id, administrator(principal));
      return reply.code(204).send(null);
    },
  );
}

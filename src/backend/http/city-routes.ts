import { cityPackSchema } from '@shared/domain/city-pack';
import type { FastifyTypeProviderDefault } from 'fastify';
import { z } from 'zod';

import type { Api, ApiDeps } from './api';
import { readResponses } from './route-schemas';

export function registerCityRoutes(api: Api, { city, cityHash }: ApiDeps): void {
  // Some hundred kilobytes that never change while the process runs.
  const body = JSON.stringify(city);
  const etag = `"${cityHash}"`;

  // The text is sent as it stands; the typed routes would have it be built and checked each time.
  api.withTypeProvider<FastifyTypeProviderDefault>().get(
    '/city',
    {
      schema: {
        tags: ['city'],
        summary: 'The city pack: everything that makes it this city',
        response: {
          ...readResponses(cityPackSchema),
          304: z.null().describe('The pack named by If-None-Match is still the current one'),
        },
      },
    },
    async (request, reply) => {
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(body);
    },
  );
}

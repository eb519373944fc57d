import { cityPackSchema } from '@shared/domain/city-pack';
import type { FastifyTypeProviderDefault } from 'fastify';
import { z } from 'zod';

import type { AreasView } from '../areas/areas-in-force';
import type { Api, ApiDeps } from './api';
import { readResponses } from './route-schemas';

export function registerCityRoutes(api: Api, { areas }: ApiDeps): void {
  const textOf = createTextOf();

  // The text is sent as it stands; the typed routes would have it be built and checked each time.
  api.withTypeProvider<FastifyTypeProviderDefault>().get(
    '/city',
    {
      config: { action: 'city.read' },
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
      const view = areas.current();
      const etag = `"${view.cityHash}"`;
      reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type('application/json; charset=utf-8').send(textOf(view));
    },
  );
}

/** Some hundred kilobytes that change only with the boundaries. */
function createTextOf(): (view: AreasView) => string {
  let known: { view: AreasView; text: string } | null = null;
  return (view) => {
    if (known?.view !== view) known = { view, text: JSON.stringify(view.city) };
    return known.text;
  };
}

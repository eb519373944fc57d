import { placesReplySchema } from '@shared/protocol/areas';
import { z } from 'zod';

import { createPlaceIndex, type PlaceIndex } from '../areas/place-index';
import type { Api, ApiDeps } from './api';
import { readResponses } from './route-schemas';

const MAX_PLACES = 50;

const placesQuery = z.strictObject({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(MAX_PLACES).default(10),
});

export function registerPlaceRoutes(api: Api, { areas }: ApiDeps): void {
  const indexNow = createIndexOf(areas);
  // The first to ask does not wait for it.
  api.addHook('onReady', async () => void indexNow());
  api.get(
    '/places',
    {
      config: { action: 'city.read' },
      schema: {
        tags: ['areas'],
        summary: 'Places of the city by name, best first',
        querystring: placesQuery,
        response: readResponses(placesReplySchema),
      },
    },
    async ({ query: { q, limit } }) => ({ places: indexNow().search(q, limit) }),
  );
}

/** Made anew when the city's shapes change, because places move with them. */
function createIndexOf(areas: ApiDeps['areas']): () => PlaceIndex {
  let known: { city: unknown; index: PlaceIndex } | null = null;
  return () => {
    const { city } = areas.current();
    if (known?.city !== city) known = { city, index: createPlaceIndex(city) };
    return known.index;
  };
}

import { facilityKindSchema } from '@shared/domain/facility';
import {
  facilitiesReplySchema,
  facilityKindsReplySchema,
  nearestFacilitiesReplySchema,
  refreshFacilitiesReplySchema,
} from '@shared/protocol/facilities';
import { z } from 'zod';

import { refreshFacilities } from '../operations/refresh-facilities';
import type { Api, ApiDeps } from './api';
import { readResponses } from './route-schemas';

const TAG = 'facilities';
const MAX_NEAREST = 50;

const listQuery = z.strictObject({ kind: facilityKindSchema.optional() });
const nearestQuery = z.strictObject({
  kind: facilityKindSchema,
  lng: z.coerce.number().min(-180).max(180),
  lat: z.coerce.number().min(-90).max(90),
  limit: z.coerce.number().int().min(1).max(MAX_NEAREST).default(3),
});

export function registerFacilityRoutes(api: Api, deps: ApiDeps): void {
  const { facilities } = deps;
  api.get(
    '/facilities/kinds',
    {
      config: { action: 'city.read' },
      schema: {
        tags: [TAG],
        summary: 'Which kinds of facilities have been imported, how many and from where',
        response: readResponses(facilityKindsReplySchema),
      },
    },
    async () => ({ kinds: facilities.kinds() }),
  );

  api.get(
    '/facilities',
    {
      config: { action: 'city.read' },
      schema: {
        tags: [TAG],
        summary: 'All facilities, or all of a kind',
        querystring: listQuery,
        response: readResponses(facilitiesReplySchema),
      },
    },
    async ({ query }) => ({ items: facilities.list(query.kind ?? null) }),
  );

  api.get(
    '/facilities/nearest',
    {
      config: { action: 'city.read' },
      schema: {
        tags: [TAG],
        summary: 'The nearest facilities of a kind, in metres to the nearest point of each shape',
        querystring: nearestQuery,
        response: readResponses(nearestFacilitiesReplySchema),
      },
    },
    async ({ query: { kind, lng, lat, limit } }) => ({
      items: facilities.nearest(kind, [lng, lat], limit),
    }),
  );

  api.post(
    '/facilities/refresh',
    {
      config: { action: 'facilities.refresh' },
      schema: {
        tags: [TAG],
        summary: 'Read what an import has written into the data directory',
        response: readResponses(refreshFacilitiesReplySchema),
      },
    },
    async (request) => ({ changed: await refreshFacilities(deps, request.actor) }),
  );
}

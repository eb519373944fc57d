import { officialBoundariesSchema } from '@shared/domain/boundaries';
import { areaDisagreementsSchema, locatedSchema } from '@shared/protocol/areas';
import { changeAreaSchema } from '@shared/protocol/commands';
import { z } from 'zod';

import { changeArea } from '../operations/change-area';
import { changeBoundaries } from '../operations/change-boundaries';
import { listAreaDisagreements } from '../operations/list-area-disagreements';
import { locatePosition } from '../operations/locate-position';
import type { Api, ApiDeps } from './api';
import { callerOf, writeHeadersSchema } from './caller-of';
import {
  idParamsSchema,
  readResponses,
  WRITE_BODY_LIMIT,
  writeResponses,
  writeRoute,
} from './route-schemas';

const TAG = 'areas';
/** About a million positions: ten times the largest file a city has. */
const BOUNDARIES_BODY_LIMIT = 64 * 1024 * 1024;

const positionQuery = z.strictObject({
  lng: z.coerce.number().min(-180).max(180),
  lat: z.coerce.number().min(-90).max(90),
});

export function registerAreaRoutes(api: Api, deps: ApiDeps): void {
  api.get(
    '/areas/locate',
    {
      config: { action: 'city.read' },
      schema: {
        tags: [TAG],
        summary: 'The kelurahan that a position lies in, or how far it is from the nearest',
        querystring: positionQuery,
        response: readResponses(locatedSchema),
      },
    },
    async ({ query: { lng, lat } }) => locatePosition(deps, [lng, lat]),
  );

  api.get(
    '/areas/disagreements',
    {
      config: { action: 'areas.recheck' },
      schema: {
        tags: [TAG],
        summary: 'Records whose position lies in another area than the one stored on them',
        response: readResponses(areaDisagreementsSchema),
      },
    },
    () => listAreaDisagreements(deps),
  );

  for (const kind of ['incident', 'complaint'] as const) {
    api.post(
      `/${kind}s/:id/area`,
      {
        config: { action: `${kind}.setArea` },
        bodyLimit: WRITE_BODY_LIMIT,
        schema: {
          ...writeRoute(`${kind}s`, 'Set right the area stored on a record', changeAreaSchema),
          params: idParamsSchema,
        },
      },
      async (request, reply) =>
        reply
          .code(202)
          .send(await changeArea(deps, kind, request.params.id, request.body, callerOf(request))),
    );
  }
  registerBoundaryRoutes(api, deps);
}

function registerBoundaryRoutes(api: Api, deps: ApiDeps): void {
  api.put(
    '/boundaries',
    {
      config: { action: 'boundaries.change' },
      bodyLimit: BOUNDARIES_BODY_LIMIT,
      schema: writeRoute(
        TAG,
        'Put official boundaries in force, as `npm run import -- boundaries` makes them ready',
        officialBoundariesSchema,
      ),
    },
    async (request, reply) =>
      reply.code(202).send(await changeBoundaries(deps, request.body, callerOf(request))),
  );

  api.delete(
    '/boundaries',
    {
      config: { action: 'boundaries.change' },
      schema: {
        tags: [TAG],
        summary: "Go back to the city pack's own boundaries",
        headers: writeHeadersSchema,
        response: writeResponses,
      },
    },
    async (request, reply) =>
      reply.code(202).send(await changeBoundaries(deps, null, callerOf(request))),
  );
}

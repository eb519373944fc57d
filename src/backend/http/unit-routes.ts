import { unitSchema } from '@shared/domain/unit';
import { unitStatusMeaningSchema } from '@shared/domain/unit-status';
import { recordUnitStatusSchema } from '@shared/protocol/commands';
import { unitPageSchema, unitTrackSchema } from '@shared/protocol/replies';
import { z } from 'zod';

import { listUnits } from '../operations/list-units';
import { readUnit } from '../operations/read-unit';
import { readUnitTrack } from '../operations/read-unit-track';
import { recordUnitStatus } from '../operations/record-unit-status';
import type { Api, ApiDeps } from './api';
import { callerOf } from './caller-of';
import { idCursor } from './cursor';
import {
  codeQuery,
  idParamsSchema,
  pageQuery,
  periodQuery,
  readResponses,
  WRITE_BODY_LIMIT,
  writeRoute,
} from './route-schemas';

const listQuery = z.strictObject({
  ...pageQuery,
  agencyCode: codeQuery,
  statusMeaning: unitStatusMeaningSchema.optional(),
});

export function registerUnitRoutes(api: Api, deps: ApiDeps): void {
  api.post(
    '/units/:id/status',
    {
      config: { action: 'unit.reportStatus' },
      bodyLimit: WRITE_BODY_LIMIT,
      schema: {
        ...writeRoute('units', "Record a unit's status, its SOS or both", recordUnitStatusSchema),
        params: idParamsSchema,
      },
    },
    async (request, reply) =>
      reply
        .code(202)
        .send(await recordUnitStatus(deps, request.params.id, request.body, callerOf(request))),
  );

  api.get(
    '/units',
    {
      config: { action: 'unit.read' },
      schema: {
        tags: ['units'],
        summary: 'Units in service, by call sign',
        querystring: listQuery,
        response: readResponses(unitPageSchema),
      },
    },
    async ({ query: { limit, cursor, ...filter } }) => {
      const { items, next } = await listUnits(deps, filter, {
        limit,
        after: idCursor.decode(cursor),
      });
      return { items, nextCursor: idCursor.encode(next) };
    },
  );

  api.get(
    '/units/:id',
    {
      config: { action: 'unit.read' },
      schema: {
        tags: ['units'],
        summary: 'One unit',
        params: idParamsSchema,
        response: readResponses(unitSchema),
      },
    },
    ({ params }) => readUnit(deps, params.id),
  );

  api.get(
    '/units/:id/track',
    {
      config: { action: 'unit.track' },
      schema: {
        tags: ['units'],
        summary: 'Where a unit was, the last hour or another period of up to a day',
        params: idParamsSchema,
        querystring: z.strictObject(periodQuery),
        response: readResponses(unitTrackSchema),
      },
    },
    ({ params, query }) => readUnitTrack(deps, params.id, query),
  );
}

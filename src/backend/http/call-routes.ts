import { callSchema, callTypeSchema } from '@shared/domain/call';
import { recordCallSchema } from '@shared/protocol/commands';
import { callPageSchema } from '@shared/protocol/replies';
import { z } from 'zod';

import { listCalls } from '../operations/list-calls';
import { readCall } from '../operations/read-call';
import { recordCall } from '../operations/record-call';
import type { Api, ApiDeps } from './api';
import { callerOf } from './caller-of';
import { pageReply } from './page-reply';
import {
  idParamsSchema,
  pageQuery,
  periodQuery,
  readResponses,
  WRITE_BODY_LIMIT,
  writeRoute,
} from './route-schemas';

const listQuery = z.strictObject({ ...pageQuery, ...periodQuery, type: callTypeSchema.optional() });

export function registerCallRoutes(api: Api, deps: ApiDeps): void {
  api.post(
    '/calls',
    {
      config: { action: 'call.record' },
      bodyLimit: WRITE_BODY_LIMIT,
      schema: writeRoute('calls', 'Record a call to 112', recordCallSchema),
    },
    async (request, reply) =>
      reply.code(202).send(await recordCall(deps, request.body, callerOf(request))),
  );

  api.get(
    '/calls',
    {
      config: { action: 'call.read' },
      schema: {
        tags: ['calls'],
        summary: 'Calls, newest first',
        querystring: listQuery,
        response: readResponses(callPageSchema),
      },
    },
    ({ query }) => pageReply(query, (filter, page) => listCalls(deps, filter, page)),
  );

  api.get(
    '/calls/:id',
    {
      config: { action: 'call.read' },
      schema: {
        tags: ['calls'],
        summary: 'One call',
        params: idParamsSchema,
        response: readResponses(callSchema),
      },
    },
    ({ params }) => readCall(deps, params.id),
  );
}

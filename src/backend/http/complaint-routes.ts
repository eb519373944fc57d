import { audienceOf } from '@shared/domain/audience';
import { complaintSchema } from '@shared/domain/complaint';
import { createDisclosurePolicy } from '@shared/domain/disclosure';
import { renderComplaint } from '@shared/domain/render-record';
import { receiveComplaintSchema, transitionComplaintSchema } from '@shared/protocol/commands';
import { complaintPageSchema } from '@shared/protocol/replies';
import { z } from 'zod';

import { listComplaints } from '../operations/list-complaints';
import { readComplaint } from '../operations/read-complaint';
import { receiveComplaint } from '../operations/receive-complaint';
import { transitionComplaint } from '../operations/transition-complaint';
import type { Api, ApiDeps } from './api';
import { callerOf } from './caller-of';
import { pageReply } from './page-reply';
import {
  codeQuery,
  idParamsSchema,
  pageQuery,
  periodQuery,
  readResponses,
  WRITE_BODY_LIMIT,
  writeRoute,
} from './route-schemas';

const TAG = 'complaints';
const bodyLimit = WRITE_BODY_LIMIT;

const listQuery = z.strictObject({
  ...pageQuery,
  ...periodQuery,
  state: z.enum(['open', 'ended', 'all']).default('all'),
  categoryCode: codeQuery,
  kecamatanCode: codeQuery,
  agencyCode: codeQuery,
});

export function registerComplaintRoutes(api: Api, deps: ApiDeps): void {
  const policy = createDisclosurePolicy(deps.city);
  api.post(
    '/complaints',
    {
      config: { action: 'complaint.receive' },
      bodyLimit,
      schema: writeRoute(TAG, "Receive a citizen's complaint", receiveComplaintSchema),
    },
    async (request, reply) =>
      reply.code(202).send(await receiveComplaint(deps, request.body, callerOf(request))),
  );

  api.post(
    '/complaints/:id/transitions',
    {
      config: { action: 'complaint.transition' },
      bodyLimit,
      schema: {
        ...writeRoute(TAG, "Take a step of a complaint's lifecycle", transitionComplaintSchema),
        params: idParamsSchema,
      },
    },
    async (request, reply) =>
      reply
        .code(202)
        .send(await transitionComplaint(deps, request.params.id, request.body, callerOf(request))),
  );

  api.get(
    '/complaints',
    {
      config: { action: 'complaint.read' },
      schema: {
        tags: [TAG],
        summary: 'Complaints, newest first',
        querystring: listQuery,
        response: readResponses(complaintPageSchema),
      },
    },
    async ({ query, principal }) => {
      const { items, nextCursor } = await pageReply(query, (filter, page) =>
        listComplaints(deps, filter, page),
      );
      const audience = audienceOf(principal);
      return {
        items: items.map((complaint) => renderComplaint(audience, complaint, policy)),
        nextCursor,
      };
    },
  );

  api.get(
    '/complaints/:id',
    {
      config: { action: 'complaint.read' },
      schema: {
        tags: [TAG],
        summary: 'One complaint',
        params: idParamsSchema,
        response: readResponses(complaintSchema),
      },
    },
    async ({ params, principal }) =>
      renderComplaint(audienceOf(principal), await readComplaint(deps, params.id), policy),
  );
}

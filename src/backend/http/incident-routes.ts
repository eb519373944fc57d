import { prioritySchema } from '@shared/domain/priority';
import {
  addNoteSchema,
  dispatchUnitsSchema,
  openIncidentSchema,
  transitionIncidentSchema,
} from '@shared/protocol/commands';
import { incidentDetailSchema, incidentPageSchema } from '@shared/protocol/replies';
import { z } from 'zod';

import { addNote } from '../operations/add-note';
import { dispatchUnits } from '../operations/dispatch-units';
import { listIncidents } from '../operations/list-incidents';
import { openIncident } from '../operations/open-incident';
import { readIncidentDetail } from '../operations/read-incident-detail';
import { transitionIncident } from '../operations/transition-incident';
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

const TAG = 'incidents';
const bodyLimit = WRITE_BODY_LIMIT;

const listQuery = z.strictObject({
  ...pageQuery,
  ...periodQuery,
  state: z.enum(['open', 'ended', 'all']).default('all'),
  categoryCode: codeQuery,
  priority: prioritySchema.optional(),
  kecamatanCode: codeQuery,
  agencyCode: codeQuery,
});

export function registerIncidentRoutes(api: Api, deps: ApiDeps): void {
  registerWrites(api, deps);

  api.get(
    '/incidents',
    {
      config: { action: 'incident.read' },
      schema: {
        tags: [TAG],
        summary: 'Incidents, newest first',
        querystring: listQuery,
        response: readResponses(incidentPageSchema),
      },
    },
    ({ query }) => pageReply(query, (filter, page) => listIncidents(deps, filter, page)),
  );

  api.get(
    '/incidents/:id',
    {
      config: { action: 'incident.read' },
      schema: {
        tags: [TAG],
        summary: 'One incident with its assignments, notes and timeline',
        params: idParamsSchema,
        response: readResponses(incidentDetailSchema),
      },
    },
    ({ params }) => readIncidentDetail(deps, params.id),
  );
}

function registerWrites(api: Api, deps: ApiDeps): void {
  api.post(
    '/incidents',
    {
      config: { action: 'incident.open' },
      bodyLimit,
      schema: writeRoute(TAG, 'Open an incident', openIncidentSchema),
    },
    async (request, reply) =>
      reply.code(202).send(await openIncident(deps, request.body, callerOf(request))),
  );

  api.post(
    '/incidents/:id/transitions',
    {
      config: { action: 'incident.transition' },
      bodyLimit,
      schema: {
        ...writeRoute(TAG, "Take a step of an incident's lifecycle", transitionIncidentSchema),
        params: idParamsSchema,
      },
    },
    async (request, reply) =>
      reply
        .code(202)
        .send(await transitionIncident(deps, request.params.id, request.body, callerOf(request))),
  );

  api.post(
    '/incidents/:id/notes',
    {
      config: { action: 'incident.note' },
      bodyLimit,
      schema: {
        ...writeRoute(TAG, 'Add a note to an incident', addNoteSchema),
        params: idParamsSchema,
      },
    },
    async (request, reply) =>
      reply.code(202).send(await addNote(deps, request.params.id, request.body, callerOf(request))),
  );

  api.post(
    '/incidents/:id/assignments',
    {
      config: { action: 'incident.dispatch' },
      bodyLimit,
      schema: {
        ...writeRoute(TAG, 'Send units to an incident, all of them or none', dispatchUnitsSchema),
        params: idParamsSchema,
      },
    },
    async (request, reply) =>
      reply
        .code(202)
        .send(await dispatchUnits(deps, request.params.id, request.body, callerOf(request))),
  );
}

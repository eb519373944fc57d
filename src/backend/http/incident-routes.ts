import { mayDo } from '@shared/domain/access';
import { audienceOf } from '@shared/domain/audience';
import { createDisclosurePolicy } from '@shared/domain/disclosure';
import { prioritySchema } from '@shared/domain/priority';
import { renderIncident } from '@shared/domain/render-record';
import {
  addNoteSchema,
  dispatchUnitsSchema,
  openIncidentSchema,
  transitionIncidentSchema,
} from '@shared/protocol/commands';
import { renderDetail } from '@shared/protocol/render-detail';
import { incidentDetailSchema, incidentPageSchema } from '@shared/protocol/replies';
import { z } from 'zod';

import { notFound } from '../errors';
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
  const policy = createDisclosurePolicy(deps.city);
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
    async ({ query, principal }) => {
      const audience = audienceOf(principal);
      // Of the others it is told by the stream. Listed here, a filter would say what is withheld of them.
      const forwardedTo = audience.kind === 'opd' ? audience.agencyCode : undefined;
      const { items, nextCursor } = await pageReply(query, (filter, page) =>
        listIncidents(deps, { ...filter, forwardedTo }, page),
      );
      const told = items.flatMap((incident) => renderIncident(audience, incident, policy) ?? []);
      return { items: told, nextCursor };
    },
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
    async ({ params, principal }) => {
      const file = await readIncidentDetail(deps, params.id, {
        mayReveal: mayDo(principal, 'incident.reveal'),
      });
      const detail = renderDetail(audienceOf(principal), file, policy);
      if (detail === null) throw notFound('incident', params.id);
      return detail;
    },
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

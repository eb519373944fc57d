import {
  approveEnrolmentSchema,
  claimEnrolmentSchema,
  claimReplySchema,
  displaysReplySchema,
  enrolmentCodeSchema,
  enrolmentSchema,
} from '@shared/protocol/displays';
import { errorBodySchema } from '@shared/protocol/errors';
import { z } from 'zod';

import { createPerMinute } from '../border/per-minute';
import { AppError } from '../errors';
import type { AccessDeps } from '../operations/access/access-deps';
import {
  approveEnrolment,
  claimEnrolment,
  requestEnrolment,
} from '../operations/access/enrol-display';
import { listDisplays, revokeDisplay } from '../operations/access/revoke-display';
import { administrator } from './administrator';
import type { Api, ApiDeps } from './api';
import { idParamsSchema, readResponses } from './route-schemas';

const TAG = 'displays';
const bodyLimit = 4_096;
/** Of one address: every wall of a room at once, each a few times. */
const MAX_CODES_PER_MINUTE = 20;

export function registerDisplayRoutes(api: Api, deps: ApiDeps): void {
  const access: AccessDeps = { ...deps, ...deps.accounts };

  api.get(
    '/displays',
    {
      config: { action: 'display.manage' },
      schema: {
        tags: [TAG],
        summary: 'Displays that were enrolled',
        response: readResponses(displaysReplySchema),
      },
    },
    async () => ({ displays: await listDisplays(access) }),
  );

  api.delete(
    '/displays/:id',
    {
      config: { action: 'display.manage' },
      schema: {
        tags: [TAG],
        summary: "Take a display's tokens away",
        params: idParamsSchema,
        response: { 204: z.null(), 404: errorBodySchema },
      },
    },
    async ({ params, principal }, reply) => {
      await revokeDisplay(access, params.id, administrator(principal));
      return reply.code(204).send(null);
    },
  );

  api.post(
    '/displays/enrolments/:code/approve',
    {
      config: { action: 'display.enrol' },
      bodyLimit,
      schema: {
        tags: [TAG],
        summary: 'Vouch for the display that shows a code',
        params: z.object({ code: enrolmentCodeSchema }),
        body: approveEnrolmentSchema,
        response: { 201: z.object({ id: z.string() }), 400: errorBodySchema, 404: errorBodySchema },
      },
    },
    async ({ params, body, principal }, reply) =>
      reply
        .code(201)
        .send(await approveEnrolment(access, params.code, body, administrator(principal))),
  );
}

/** What a display asks before anybody knows it. */
export function registerEnrolmentRoutes(api: Api, deps: ApiDeps): void {
  const access: AccessDeps = { ...deps, ...deps.accounts };
  const codes = createPerMinute(deps.clock, MAX_CODES_PER_MINUTE);

  api.post(
    '/displays/enrolments',
    {
      config: { action: 'open' },
      bodyLimit,
      schema: {
        tags: [TAG],
        summary: 'A display asks for a code to show',
        response: { 201: enrolmentSchema, 429: errorBodySchema },
      },
    },
    async (request, reply) => {
      if (!codes.take(deps.border.clientAddress(request.raw)))
        throw new AppError('rate_limited', 'Too many codes for this address. Wait a minute.', {
          retryAfterSeconds: 60,
        });
      return reply.code(201).send(await requestEnrolment(access));
    },
  );

  api.post(
    '/displays/enrolments/claim',
    {
      config: { action: 'open' },
      bodyLimit,
      schema: {
        tags: [TAG],
        summary: 'A display asks whether its code was typed, and gets its tokens once',
        body: claimEnrolmentSchema,
        response: readResponses(claimReplySchema),
      },
    },
    ({ body }) => claimEnrolment(access, body.claimSecret),
  );
}

import {
  revealCallerSchema,
  revealedCallerSchema,
  setCallerSchema,
} from '@shared/protocol/caller-data';
import { errorBodySchema } from '@shared/protocol/errors';

import { revealCaller } from '../operations/reveal-caller';
import { setCaller } from '../operations/set-caller';
import type { Api, ApiDeps } from './api';
import { callerOf } from './caller-of';
import { idParamsSchema, readResponses, WRITE_BODY_LIMIT, writeRoute } from './route-schemas';

const TAG = 'incidents';
const bodyLimit = WRITE_BODY_LIMIT;

/** Who reported an incident: recorded, and revealed to those who say why. */
export function registerCallerRoutes(api: Api, deps: ApiDeps): void {
  api.put(
    '/incidents/:id/caller',
    {
      config: { action: 'incident.setCaller' },
      bodyLimit,
      schema: {
        ...writeRoute(
          TAG,
          "Set, or forget, what is known of an incident's caller",
          setCallerSchema,
        ),
        params: idParamsSchema,
      },
    },
    async (request, reply) =>
      reply
        .code(202)
        .send(await setCaller(deps, request.params.id, request.body, callerOf(request))),
  );

  api.post(
    '/incidents/:id/reveal',
    {
      config: { action: 'incident.reveal' },
      bodyLimit,
      schema: {
        tags: [TAG],
        summary: "Reveal an incident's caller, once; that it was done, and why, is recorded",
        params: idParamsSchema,
        body: revealCallerSchema,
        response: { ...readResponses(revealedCallerSchema), 503: errorBodySchema },
      },
    },
    async ({ params, body, principal }, reply) => {
      reply.header('cache-control', 'no-store');
      return revealCaller(deps, params.id, body, principal);
    },
  );
}

import rateLimit from '@fastify/rate-limit';
import { HOUR_MS } from '@shared/domain/time';
import type { FastifyInstance } from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';

import { AppError } from '../errors';
import { pruneIdempotencyKeys } from '../operations/prune-idempotency-keys';
import type { ApiDeps } from './api';
import { registerAreaRoutes } from './area-routes';
import { registerBasemapRoutes } from './basemap-routes';
import { registerCallRoutes } from './call-routes';
import { registerCityRoutes } from './city-routes';
import { registerComplaintRoutes } from './complaint-routes';
import { registerDocs } from './docs';
import { registerErrorHandler } from './error-handler';
import { registerFacilityRoutes } from './facility-routes';
import { registerIncidentRoutes } from './incident-routes';
import { registerKpiRoutes } from './kpi-routes';
import { registerPlaceRoutes } from './place-routes';
import { registerPositionRoutes } from './position-routes';
import { registerUnitRoutes } from './unit-routes';

export const API_PREFIX = '/api/v1';

/** About what the store can commit in a minute; a sender that needs more is broken. */
export const DEFAULT_REQUESTS_PER_MINUTE = 30_000;

/**
 * Everything under `/api/v1`, its description at `/docs`, and the answer to every error and unknown path of
 * the app. The description is public; all else needs a token.
 */
export async function registerApi(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  registerErrorHandler(app, deps.log);
  await registerDocs(app, API_PREFIX);
  await app.register(
    async (scope) => {
      const api = scope.withTypeProvider<ZodTypeProvider>();
      api.setValidatorCompiler(validatorCompiler);
      api.setSerializerCompiler(serializerCompiler);
      // JSON only: what comes as text/plain is a mistake of the sender's, or a page that avoids preflight.
      api.removeContentTypeParser('text/plain');
      api.addHook('onRequest', deps.authenticate);
      await api.register(rateLimit, {
        max: deps.requestsPerMinute ?? DEFAULT_REQUESTS_PER_MINUTE,
        timeWindow: 60_000,
        hook: 'preParsing',
        keyGenerator: (request) => request.actor.id,
        errorResponseBuilder: (_request, { after, max }) =>
          new AppError(
            'rate_limited',
            `More than ${max} requests in a minute. Wait ${after}, then go on.`,
            { max },
          ),
      });
      registerCallRoutes(api, deps);
      registerIncidentRoutes(api, deps);
      registerUnitRoutes(api, deps);
      registerPositionRoutes(api, deps);
      registerComplaintRoutes(api, deps);
      registerKpiRoutes(api, deps);
      registerCityRoutes(api, deps);
      registerAreaRoutes(api, deps);
      registerPlaceRoutes(api, deps);
      registerFacilityRoutes(api, deps);
      registerBasemapRoutes(api, deps);
    },
    { prefix: API_PREFIX },
  );
  keepIdempotencyKeysFew(app, deps);
}

function keepIdempotencyKeysFew(app: FastifyInstance, deps: ApiDeps): void {
  const prune = () =>
    pruneIdempotencyKeys(deps).catch((error: unknown) => {
      deps.log.warn(
        { err: error },
        'old idempotency keys could not be removed; trying again in an hour',
      );
    });
  const timer = setInterval(() => void prune(), HOUR_MS);
  timer.unref();
  app.addHook('onReady', prune);
  app.addHook('onClose', async () => clearInterval(timer));
}

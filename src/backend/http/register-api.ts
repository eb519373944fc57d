import { HOUR_MS } from '@shared/domain/time';
import type { FastifyInstance } from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';

import { pruneIdempotencyKeys } from '../operations/prune-idempotency-keys';
import type { Api, ApiDeps } from './api';
import { registerApiKeyRoutes } from './api-key-routes';
import { registerAreaRoutes } from './area-routes';
import { registerAuditRoutes } from './audit-routes';
import { registerBackupRoutes } from './backup-routes';
import { registerBasemapRoutes } from './basemap-routes';
import { boundWork } from './bound-work';
import { registerCallRoutes } from './call-routes';
import { registerCallerRoutes } from './caller-routes';
import { checkAccess, requireActions } from './check-access';
import { registerCityRoutes } from './city-routes';
import { registerComplaintRoutes } from './complaint-routes';
import { registerDisplayRoutes, registerEnrolmentRoutes } from './display-routes';
import { registerDocs } from './docs';
import { registerErrorHandler } from './error-handler';
import { registerFacilityRoutes } from './facility-routes';
import { registerIncidentRoutes } from './incident-routes';
import { registerKpiRoutes } from './kpi-routes';
import { limitAttempts, limitByAddress, limitByToken } from './limit-requests';
import { registerPlaceRoutes } from './place-routes';
import { registerPositionRoutes } from './position-routes';
import { recordRefusals } from './record-refusals';
import { refuseBrokenText } from './refuse-broken-text';
import { registerSessionRoutes } from './session-routes';
import { registerUnitRoutes } from './unit-routes';
import { registerUserRoutes } from './user-routes';

export const API_PREFIX = '/api/v1';

/**
 * Everything under `/api/v1`, its description at `/docs`, and the answer to every error and unknown path of
 * the app. The description is public; all else needs a token.
 */
export async function registerApi(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  registerErrorHandler(app, deps.log);
  requireActions(app, API_PREFIX);
  await limitByAddress(app, deps.border, deps.requestsPerMinuteOfAddress);
  await registerDocs(app, API_PREFIX);
  await app.register(
    async (scope) => {
      const api = typed(scope);
      api.decorate('hashRequest', deps.hashRequest);
      api.addHook('onRequest', limitAttempts(deps.authenticate, deps.border));
      api.addHook('onRequest', checkAccess);
      recordRefusals(api, deps);
      boundWork(api, deps.border);
      await limitByToken(api, deps.requestsPerMinute);
      registerCallRoutes(api, deps);
      registerIncidentRoutes(api, deps);
      registerCallerRoutes(api, deps);
      registerUnitRoutes(api, deps);
      registerPositionRoutes(api, deps);
      registerComplaintRoutes(api, deps);
      registerKpiRoutes(api, deps);
      registerCityRoutes(api, deps);
      registerAuditRoutes(api, deps);
      registerAreaRoutes(api, deps);
      registerPlaceRoutes(api, deps);
      registerFacilityRoutes(api, deps);
      registerBasemapRoutes(api, deps);
      registerUserRoutes(api, deps);
      registerDisplayRoutes(api, deps);
      registerApiKeyRoutes(api, deps);
      registerBackupRoutes(api, deps);
    },
    { prefix: API_PREFIX },
  );
  await app.register(
    async (scope) => {
      const api = typed(scope);
      boundWork(api, deps.border);
      registerSessionRoutes(api, deps);
      registerEnrolmentRoutes(api, deps);
    },
    { prefix: API_PREFIX },
  );
  keepIdempotencyKeysFew(app, deps);
}

/** A scope whose routes are typed and checked by their zod schemas, and take JSON alone. */
function typed(scope: FastifyInstance): Api {
  const api = scope.withTypeProvider<ZodTypeProvider>();
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  // What comes as text/plain is a mistake of the sender's, or a page that avoids preflight.
  api.removeContentTypeParser('text/plain');
  api.addHook('preValidation', refuseBrokenText);
  return api;
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

import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';

import { bearerToken } from '../../src/backend/access/bearer';
import { machineIdentity } from '../../src/backend/access/identity';
import { createBorder, DIRECT } from '../../src/backend/border/border';
import { AppError } from '../../src/backend/errors';
import { noFacilities } from '../../src/backend/facilities/no-facilities';
import type { ApiDeps } from '../../src/backend/http/api';
import { registerApi } from '../../src/backend/http/register-api';
import { PRINCIPAL_OF_TOKEN, tokenOf } from './principals';
import type { TestBackend } from './test-backend';

export const SUPERVISOR_TOKEN = tokenOf('supervisor');
export const INTEGRATION_TOKEN = tokenOf('integration');

/** The HTTP API on a test backend, with a token for each role; positions are accepted and dropped. */
export async function buildTestApp(
  backend: TestBackend,
  overrides: Partial<ApiDeps> = {},
  prepare: (app: FastifyInstance) => void = () => undefined,
): Promise<FastifyInstance> {
  const app = Fastify({ logger: false });
  prepare(app);
  await registerApi(app, {
    ...backend,
    facilities: noFacilities,
    basemap: { kind: 'schematic', problem: null },
    border: createBorder(DIRECT, backend.clock),
    openBackup: () => Promise.reject(new Error('this test makes no backup')),
    positions: { report: (reports) => ({ accepted: reports.length, rejected: [] }) },
    authenticate: async (request) => {
      const token = bearerToken(request.headers.authorization);
      const principal = PRINCIPAL_OF_TOKEN.get(token ?? '');
      if (principal === undefined) throw new AppError('unauthorized', 'Give a known token.');
      request.identity = machineIdentity(principal);
      request.principal = principal;
      request.actor = request.identity.actor;
    },
    ...overrides,
  });
  await app.ready();
  return app;
}

/** A request of a supervisor's window under `/api/v1`; JSON in, JSON out. */
export async function send(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const options: InjectOptions = {
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${SUPERVISOR_TOKEN}`, ...headers },
    ...(body !== undefined && { payload: body as object }),
  };
  const response = await app.inject(options);
  return { status: response.statusCode, headers: response.headers, body: response.json<Reply>() };
}

/** Any answer's JSON, read field by field in tests. */
type Reply = Record<string, unknown>;

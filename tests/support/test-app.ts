import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';

import { AppError } from '../../src/backend/errors';
import { noFacilities } from '../../src/backend/facilities/no-facilities';
import type { ApiDeps } from '../../src/backend/http/api';
import { registerApi } from '../../src/backend/http/register-api';
import { INTEGRATION, OPERATOR, type TestBackend } from './test-backend';

export const OPERATOR_TOKEN = 'operator-token';
export const INTEGRATION_TOKEN = 'integration-token';
const ACTORS = new Map([
  [`Bearer ${OPERATOR_TOKEN}`, OPERATOR],
  [`Bearer ${INTEGRATION_TOKEN}`, INTEGRATION],
]);

/** The HTTP API on a test backend, with two known tokens; positions are accepted and dropped. */
export async function buildTestApp(
  backend: TestBackend,
  overrides: Partial<ApiDeps> = {},
): Promise<FastifyInstance> {
  const app = Fastify({ logger: false });
  await registerApi(app, {
    ...backend,
    facilities: noFacilities,
    basemap: { kind: 'schematic', problem: null },
    positions: { report: (reports) => ({ accepted: reports.length, rejected: [] }) },
    authenticate: async (request) => {
      const actor = ACTORS.get(request.headers.authorization ?? '');
      if (actor === undefined) throw new AppError('unauthorized', 'Give a known token.');
      request.actor = actor;
    },
    ...overrides,
  });
  await app.ready();
  return app;
}

/** A request of an operator's window under `/api/v1`; JSON in, JSON out. */
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
    headers: { authorization: `Bearer ${OPERATOR_TOKEN}`, ...headers },
    ...(body !== undefined && { payload: body as object }),
  };
  const response = await app.inject(options);
  return { status: response.statusCode, headers: response.headers, body: response.json<Reply>() };
}

/** Any answer's JSON, read field by field in tests. */
type Reply = Record<string, unknown>;

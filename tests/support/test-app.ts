import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';

import { requireToken } from '../../src/backend/access/require-token';
import { createBorder, DIRECT } from '../../src/backend/border/border';
import { noFacilities } from '../../src/backend/facilities/no-facilities';
import type { ApiDeps } from '../../src/backend/http/api';
import { registerApi } from '../../src/backend/http/register-api';
import { createRequestHash } from '../../src/backend/keys/request-hash';
import { tokenOf } from './principals';
import { openTestAccounts } from './test-accounts';
import type { TestBackend } from './test-backend';
import { TEST_KEYS } from './test-keys';

export const SUPERVISOR_TOKEN = tokenOf('supervisor');
export const INTEGRATION_TOKEN = tokenOf('integration');

interface Options {
  /** Sees the app before its routes. */
  prepare?: (app: FastifyInstance) => void;
  isDemo?: boolean;
}

/** The HTTP API on a test backend, with a token for each role; positions are accepted and dropped. */
export async function buildTestApp(
  backend: TestBackend,
  overrides: Partial<ApiDeps> = {},
  { prepare = () => undefined, isDemo = false }: Options = {},
): Promise<FastifyInstance> {
  const app = Fastify({ logger: false });
  prepare(app);
  const accounts = await openTestAccounts(backend, { isDemo });
  app.addHook('onClose', () => accounts.stop());
  await registerApi(app, {
    ...backend,
    accounts,
    hashRequest: createRequestHash(TEST_KEYS),
    facilities: noFacilities,
    basemap: { kind: 'schematic', problem: null },
    border: createBorder(DIRECT, backend.clock),
    openBackup: () => Promise.reject(new Error('this test makes no backup')),
    positions: { report: (reports) => ({ accepted: reports.length, rejected: [] }) },
    authenticate: requireToken(accounts),
    ...overrides,
  });
  await app.ready();
  return app;
}

/** A request of a supervisor's window under `/api/v1`; JSON in, JSON out. */
export async function send(
  app: FastifyInstance,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
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
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.body === '' ? {} : response.json<Reply>(),
  };
}

/** Any answer's JSON, read field by field in tests. */
type Reply = Record<string, unknown>;

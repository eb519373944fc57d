import { mayRole, rolesThatMay } from '@shared/domain/access';
import { ACTIONS, type Action, ROLES } from '@shared/domain/access-terms';
import { errorBodySchema } from '@shared/protocol/errors';
import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { requireActions } from '../../../src/backend/http/check-access';
import { tokenOf } from '../../support/principals';
import { buildTestApp } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

interface Route {
  method: HTTPMethods;
  url: string;
  action: Action | 'open';
}

let backend: TestBackend;
let app: FastifyInstance;
const routes: Route[] = [];
beforeAll(async () => {
  backend = await openTestBackend();
  const collect = (raw: FastifyInstance): void => {
    raw.addHook('onRoute', ({ method, url, config }) => {
      const action = config?.action;
      if (action === undefined) return;
      for (const one of [method].flat()) routes.push({ method: one, url, action });
    });
  };
  app = await buildTestApp(backend, {}, { prepare: collect });
});
afterAll(async () => {
  await app.close();
  await backend.store.close();
});

const guarded = (): (Route & { action: Action })[] =>
  routes.filter((route): route is Route & { action: Action } => route.action !== 'open');

/** Parameters that name nothing, and a body that is not valid where one is wanted: only who asks is at stake. */
const request = ({ method, url }: Route) => ({
  method: method as 'GET',
  url: url.replaceAll(/:\w+/g, 'tidak-ada'),
  ...(method !== 'GET' && method !== 'HEAD' && { payload: {} }),
});

test.each(ROLES)('%s gets through to the routes of its rows, and to no other', async (role) => {
  const headers = { authorization: `Bearer ${tokenOf(role)}` };
  const wrong: string[] = [];
  for (const route of guarded()) {
    const reply = await app.inject({ ...request(route), headers });
    const isForbidden = reply.statusCode === 403;
    if (isForbidden === mayRole(role, route.action) || reply.statusCode === 401)
      wrong.push(`${route.method} ${route.url} (${route.action}) → ${reply.statusCode}`);
  }
  expect(wrong).toEqual([]);
});

test('nobody gets through without a token', async () => {
  for (const route of guarded()) {
    const reply = await app.inject(request(route));
    expect(reply.statusCode, `${route.method} ${route.url}`).toBe(401);
  }
});

test('a refusal says who may, and why', async () => {
  const reply = await app.inject({
    method: 'PUT',
    url: '/api/v1/boundaries',
    headers: { authorization: `Bearer ${tokenOf('operator')}` },
    payload: {},
  });
  expect(reply.statusCode).toBe(403);
  const { code, message, details } = errorBodySchema.parse(reply.json());
  expect(code).toBe('forbidden');
  expect(message).toContain('boundaries.change is for admin, integration, not for operator.');
  expect(message).toContain("only an admin and the server's own tools");
  expect(details).toMatchObject({ roles: rolesThatMay('boundaries.change') });
});

test('there is a route for each action, but for the stream', () => {
  const served = new Set(routes.map(({ action }) => action));
  expect(ACTIONS.filter((action) => !served.has(action))).toEqual(['stream.follow']);
});

test('only what nobody can have a token for asks for none', () => {
  const open = routes.filter(({ action, method }) => action === 'open' && method !== 'HEAD');
  expect(open.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
    'DELETE /api/v1/session',
    'GET /api/v1/openapi.json',
    'GET /api/v1/session',
    'POST /api/v1/displays/enrolments',
    'POST /api/v1/displays/enrolments/claim',
    'POST /api/v1/session',
    'POST /api/v1/session/demo',
    'POST /api/v1/session/first-admin',
    'POST /api/v1/session/refresh',
  ]);
});

test('a route that names no action does not start', () => {
  const bare = Fastify();
  requireActions(bare, '/api/v1');
  expect(() => bare.get('/api/v1/rahasia', () => null)).toThrow(
    'GET /api/v1/rahasia names no action',
  );
  expect(() => bare.get('/sehat', () => null)).not.toThrow();
});

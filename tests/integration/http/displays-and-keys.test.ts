import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { tokenOf } from '../../support/principals';
import { buildTestApp, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

let backend: TestBackend;
let app: FastifyInstance;
beforeAll(async () => {
  backend = await openTestBackend();
  app = await buildTestApp(backend);
});
afterAll(async () => {
  await app.close();
  await backend.store.close();
});

const as = (token: string) => ({ authorization: `Bearer ${token}` });
const asAdmin = as(tokenOf('admin'));
const asNobody = { authorization: '' };
const wall = { name: 'Dinding barat', displayClass: 'room' };

const ask = async () => {
  const { status, body } = await send(app, 'POST', '/displays/enrolments', undefined, asNobody);
  expect(status).toBe(201);
  return { code: String(body['code']), claimSecret: String(body['claimSecret']) };
};
const claim = (claimSecret: string) =>
  send(app, 'POST', '/displays/enrolments/claim', { claimSecret }, asNobody);
const approve = (code: string, body: unknown = wall) =>
  send(app, 'POST', `/displays/enrolments/${code}/approve`, body);

describe('a wall', () => {
  test('is let in by a supervisor who types its code, and only shows', async () => {
    const { code, claimSecret } = await ask();
    expect((await claim(claimSecret)).body).toEqual({ kind: 'waiting' });
    const typed = `${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase();
    expect((await approve(typed)).status).toBe(201);
    const { body } = await claim(claimSecret);
    expect(body).toMatchObject({
      kind: 'enrolled',
      tokens: { principal: { role: 'display', displayClass: 'room' }, displayName: wall.name },
    });
    const token = (body['tokens'] as { accessToken: string }).accessToken;
    expect((await send(app, 'GET', '/units', undefined, as(token))).status).toBe(200);
    expect((await send(app, 'GET', '/incidents', undefined, as(token))).status).toBe(403);
    // Its tokens are told once.
    expect((await claim(claimSecret)).status).toBe(404);
  });

  test('goes dark when it is revoked', async () => {
    const { code, claimSecret } = await ask();
    const { body } = await approve(code);
    const { tokens } = (await claim(claimSecret)).body as {
      tokens: { accessToken: string; refreshToken: string };
    };
    const listed = (await send(app, 'GET', '/displays')).body['displays'] as { id: string }[];
    expect(listed.map(({ id }) => id)).toContain(body['id']);
    expect((await send(app, 'DELETE', `/displays/${String(body['id'])}`)).status).toBe(204);
    expect((await send(app, 'GET', '/units', undefined, as(tokens.accessToken))).status).toBe(401);
    const refreshed = await send(app, 'POST', '/session/refresh', {
      refreshToken: tokens.refreshToken,
    });
    expect(refreshed.status).toBe(401);
    expect((await send(app, 'DELETE', `/displays/${String(body['id'])}`)).status).toBe(404);
  });

  test('shows a new code after ten minutes', async () => {
    const { code, claimSecret } = await ask();
    backend.clock.advance(10 * 60_000);
    expect((await approve(code)).status).toBe(404);
    expect((await claim(claimSecret)).status).toBe(404);
  });

  test('has a class that the city knows', async () => {
    const { code } = await ask();
    expect((await approve(code, { ...wall, displayClass: 'tidak-ada' })).status).toBe(400);
    expect((await approve(code)).status).toBe(201);
    // A code is typed once.
    expect((await approve(code)).status).toBe(404);
  });

  test('does not ask without end', async () => {
    backend.clock.advance(60_000);
    const statuses: number[] = [];
    for (let index = 0; index < 25; index += 1)
      statuses.push((await send(app, 'POST', '/displays/enrolments', undefined, asNobody)).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("another system's key", () => {
  const make = async (body: object) =>
    send(
      app,
      'POST',
      '/api-keys',
      { name: 'Pelacak', source: 'gps-uji', scopes: ['position.report'], ...body },
      asAdmin,
    );

  test('is told once, and does what it is for', async () => {
    const { status, body } = await make({ scopes: ['call.record', 'call.read'] });
    expect(status).toBe(201);
    const key = as(String(body['key']));
    const recorded = await send(app, 'POST', '/calls', { type: 'normal' }, key);
    expect(recorded.status).toBe(202);
    const { body: call } = await send(app, 'GET', `/calls/${String(recorded.body['id'])}`);
    expect(call).toMatchObject({ provenance: { source: 'gps-uji' } });
    const refused = await send(app, 'POST', '/incidents', { categoryCode: 'KBK' }, key);
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(refused.body['message']).toContain('call.record, call.read');
    const listed = await send(app, 'GET', '/api-keys', undefined, asAdmin);
    expect(JSON.stringify(listed.body)).not.toContain(String(body['key']));
    expect(listed.body['apiKeys']).toContainEqual(
      expect.objectContaining({ id: body['id'], lastUsedAt: backend.clock.now() }),
    );
  });

  test('is refused as soon as it is revoked', async () => {
    const { body } = await make({ scopes: ['unit.read'] });
    const key = as(String(body['key']));
    expect((await send(app, 'GET', '/units', undefined, key)).status).toBe(200);
    const revoked = await send(
      app,
      'DELETE',
      `/api-keys/${String(body['id'])}`,
      undefined,
      asAdmin,
    );
    expect(revoked.status).toBe(204);
    expect((await send(app, 'GET', '/units', undefined, key)).status).toBe(401);
  });

  test('is for nothing that no system may do', async () => {
    expect((await make({ scopes: ['user.manage'] })).status).toBe(400);
    expect((await make({ scopes: [] })).status).toBe(400);
  });
});

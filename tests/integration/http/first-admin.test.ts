import { ROLES } from '@shared/domain/access-terms';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openTestAccounts, WINDOW_TOKEN } from '../../support/test-accounts';
import { buildTestApp, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

let backend: TestBackend;
const apps: FastifyInstance[] = [];
beforeEach(async () => {
  backend = await openTestBackend();
});
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
  await backend.store.close();
});

async function start(isDemo: boolean) {
  const accounts = await openTestAccounts(backend, { isDemo });
  const app = await buildTestApp(backend, { accounts });
  apps.push(app);
  return { app, code: accounts.firstAdminCode?.code ?? '', stop: () => accounts.stop() };
}
const nobody = { authorization: '' };
const asWindow = { authorization: `Bearer ${WINDOW_TOKEN}` };
const first = { username: 'kepala', displayName: 'Kepala Ruang', password: 'kuda laut di awan' };

test('the code that a new server printed makes the first admin, once', async () => {
  const { app, code, stop } = await start(false);
  expect((await send(app, 'GET', '/session', undefined, nobody)).body).toEqual({
    kind: 'first_admin_needed',
  });
  const wrong = { ...first, code: 'tebakan' };
  expect((await send(app, 'POST', '/session/first-admin', wrong, nobody)).status).toBe(403);
  const made = await send(app, 'POST', '/session/first-admin', { ...first, code }, nobody);
  expect(made).toMatchObject({ status: 200, body: { principal: { role: 'admin' } } });
  const again = { ...first, username: 'kedua', code };
  expect((await send(app, 'POST', '/session/first-admin', again, nobody)).status).toBe(403);
  expect((await send(app, 'GET', '/session', undefined, nobody)).body).toEqual({
    kind: 'sign_in_needed',
  });
  stop();
});

test('two who are first at once are one admin', async () => {
  const { app, stop } = await start(false);
  const replies = await Promise.all(
    ['satu', 'dua'].map((username) =>
      send(app, 'POST', '/session/first-admin', { ...first, username, code: 'x' }, asWindow),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 403]);
  stop();
});

test("the demo's window looks through every role's eyes, and nobody else does", async () => {
  const { app, stop } = await start(true);
  for (const role of ROLES.filter((one) => one !== 'integration')) {
    const wish = {
      role,
      ...(role === 'opd' && { agencyCode: 'damkar' }),
      ...(role === 'display' && { displayClass: 'room' }),
    };
    const reply = await send(app, 'POST', '/session/demo', wish, asWindow);
    expect(reply).toMatchObject({ status: 200, body: { refreshToken: null, principal: { role } } });
    const asRole = { authorization: `Bearer ${String(reply.body['accessToken'])}` };
    expect((await send(app, 'GET', '/session', undefined, asRole)).body).toMatchObject({
      kind: 'signed_in',
      principal: { role },
    });
    expect((await send(app, 'POST', '/session/demo', wish, asRole)).status).toBe(403);
  }
  expect((await send(app, 'POST', '/session/demo', { role: 'admin' }, nobody)).status).toBe(403);
  stop();
});

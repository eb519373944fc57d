import { type SessionTokens, sessionTokensSchema } from '@shared/protocol/session';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { readAuditAfter } from '../../../src/backend/store/audit';
import { tokenOf } from '../../support/principals';
import { WINDOW_TOKEN } from '../../support/test-accounts';
import { buildTestApp, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

const PASSWORD = 'kuda laut di atas awan';
const MINUTE_MS = 60_000;

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
let people = 0;

/** An account of its own for each test, so that none meets another's failures. */
async function person(role = 'operator', more: Record<string, unknown> = {}) {
  people += 1;
  const username = `petugas-${people}`;
  const entry = { username, displayName: 'Petugas Uji', role, password: PASSWORD, ...more };
  const reply = await send(app, 'POST', '/users', entry, asAdmin);
  expect(reply.status).toBe(201);
  return { id: String(reply.body['id']), username };
}

const signIn = (username: string, password = PASSWORD, remoteAddress = '10.0.0.1') =>
  app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { username, password },
    remoteAddress,
  });
async function session(username: string): Promise<SessionTokens> {
  const reply = await signIn(username);
  expect(reply.statusCode).toBe(200);
  return sessionTokensSchema.parse(reply.json());
}
const refresh = (refreshToken: string | null) =>
  send(app, 'POST', '/session/refresh', { refreshToken });
const statusWith = async (token: string) =>
  (await send(app, 'GET', '/units', undefined, as(token))).status;

describe('signing in', () => {
  test('gives a token that is good for ten minutes, and says who one is', async () => {
    const { username, id } = await person('opd', { agencyCode: 'damkar' });
    const { accessToken, principal, expiresAt } = await session(username.toUpperCase());
    expect(principal).toEqual({ role: 'opd', id, agencyCode: 'damkar' });
    expect(Date.parse(expiresAt) - backend.clock.nowMs()).toBe(10 * MINUTE_MS);
    const state = await send(app, 'GET', '/session', undefined, as(accessToken));
    expect(state.body).toEqual({
      kind: 'signed_in',
      principal,
      displayName: 'Petugas Uji',
      mayChooseDemoRole: false,
    });
    expect(await statusWith(accessToken)).toBe(200);
    backend.clock.advance(10 * MINUTE_MS + 1_000);
    expect(await statusWith(accessToken)).toBe(401);
  });

  test('gives one answer to an unknown name, a wrong password and a disabled account', async () => {
    const { username } = await person();
    const disabled = await person();
    await send(app, 'PATCH', `/users/${disabled.id}`, { isDisabled: true }, asAdmin);
    const answers = [];
    for (const [name, password] of [
      ['tidak-dikenal', PASSWORD],
      [username, 'kuda laut di bawah awan'],
      [disabled.username, PASSWORD],
    ] as const) {
      const { statusCode, body } = await signIn(name, password);
      const { requestId: _, ...rest } = JSON.parse(body) as Record<string, unknown>;
      answers.push({ statusCode, rest });
    }
    expect(answers[0]).toMatchObject({ statusCode: 401, rest: { code: 'unauthorized' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test('is recorded, done or refused, without the password', async () => {
    const { username, id } = await person();
    await signIn(username, 'salah sekali lagi');
    await session(username);
    const entries = await readAuditAfter(backend.store.db, null, 500, { subject: `user:${id}` });
    expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'user.create done',
      'session.signIn refused',
      'session.signIn done',
    ]);
    expect(JSON.stringify(entries)).not.toContain('salah sekali');
  });

  test('takes no token that was signed otherwise', async () => {
    const { username } = await person();
    const { accessToken } = await session(username);
    const [, payload = ''] = accessToken.split('.');
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    for (const forged of [
      `${none}.${payload}.`,
      `${none}.${payload}.x`,
      accessToken.slice(0, -2),
      accessToken.replace(payload, Buffer.from('{"exp":99999999999}').toString('base64url')),
    ])
      expect(await statusWith(forged)).toBe(401);
  });
});

describe('who guesses', () => {
  test('waits longer each time, and is told how long', async () => {
    const { username } = await person();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const reply = await signIn(username, `tebakan ke-${attempt}`, '10.9.0.1');
      if (reply.statusCode !== 429) continue;
      waits.push(Number(reply.headers['retry-after']));
      backend.clock.advance(Number(reply.headers['retry-after']) * 1_000);
      await signIn(username, `tebakan lagi ${attempt}`, '10.9.0.1');
    }
    expect(waits.length).toBeGreaterThan(2);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(waits[0] ?? 0);
  });

  test('does not keep its owner out of an account', async () => {
    const { username } = await person();
    const guess = (address: string) => signIn(username, 'bukan ini juga', address);
    expect((await signIn(username, PASSWORD, '10.1.0.1')).statusCode).toBe(200);
    for (let bot = 0; bot < 60; bot += 1) await guess(`10.66.0.${bot}`);
    expect((await guess('10.66.0.1')).statusCode).toBe(429);
    // From the desk it knows, and from one it does not.
    expect((await signIn(username, PASSWORD, '10.1.0.1')).statusCode).toBe(200);
    expect((await signIn(username, PASSWORD, '10.1.0.2')).statusCode).toBe(200);
  });

  test('is not looked at a hundred times at once', async () => {
    const { username } = await person();
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) => signIn(username, `serentak ${index}`, '10.7.0.1')),
    );
    const looked = replies.filter(({ statusCode }) => statusCode === 401);
    expect(looked.length).toBeLessThanOrEqual(4);
  });
});

describe('a session', () => {
  test('goes on with each refresh, whose token is good once', async () => {
    const { username } = await person();
    const first = await session(username);
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    backend.clock.advance(2 * MINUTE_MS);
    const reused = await refresh(first.refreshToken);
    expect(reused).toMatchObject({ status: 401, body: { details: { reason: 'reused' } } });
    // Whoever of the two is the thief: the session is over for both.
    expect(await statusWith(String(second.body['accessToken']))).toBe(401);
    expect((await refresh(String(second.body['refreshToken']))).status).toBe(401);
  });

  test('survives an answer that was lost on the way, and not a thief who knows that', async () => {
    const { username } = await person();
    const first = await session(username);
    const lost = await refresh(first.refreshToken);
    const again = await refresh(first.refreshToken);
    expect(again.status).toBe(200);
    expect((await refresh(String(lost.body['refreshToken']))).body).toMatchObject({
      details: { reason: 'reused' },
    });
    expect((await refresh(String(again.body['refreshToken']))).status).toBe(401);
  });

  test('is not ended by a made-up token', async () => {
    const { username } = await person();
    const { refreshToken } = await session(username);
    const [sessionId = '', secret = ''] = refreshToken?.split('.') ?? [];
    for (const forged of [`${sessionId}.${secret}.${'A'.repeat(43)}`, 'x', `${sessionId}..`])
      expect((await refresh(forged)).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  test('is over after a shift without use, and after a week in any case', async () => {
    const { username } = await person();
    const { refreshToken } = await session(username);
    backend.clock.advance(12 * 60 * MINUTE_MS + 1);
    expect((await refresh(refreshToken)).status).toBe(401);

    let token = (await session(username)).refreshToken;
    let hours = 0;
    for (;;) {
      backend.clock.advance(11 * 60 * MINUTE_MS);
      hours += 11;
      const reply = await refresh(token);
      if (reply.status !== 200) break;
      token = String(reply.body['refreshToken']);
    }
    expect(hours).toBeGreaterThan(6.5 * 24);
    expect(hours).toBeLessThanOrEqual(7.5 * 24);
  });

  test('ends with signing out', async () => {
    const { username } = await person();
    const { accessToken, refreshToken } = await session(username);
    const out = await send(app, 'DELETE', '/session', undefined, as(accessToken));
    expect(out.status).toBe(204);
    expect(await statusWith(accessToken)).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
  });

  test.each([
    ['another role', { role: 'supervisor' }],
    ['another agency', { role: 'opd', agencyCode: 'psc' }],
    ['another password', { password: 'payung biru tiga buah' }],
    ['being disabled', { isDisabled: true }],
  ])('ends with %s', async (_name, change) => {
    const { username, id } = await person();
    const { accessToken } = await session(username);
    expect((await send(app, 'PATCH', `/users/${id}`, change, asAdmin)).status).toBe(200);
    expect(await statusWith(accessToken)).toBe(401);
  });

  test('goes on under another name', async () => {
    const { username, id } = await person();
    const { accessToken } = await session(username);
    await send(app, 'PATCH', `/users/${id}`, { displayName: 'Nama Baru' }, asAdmin);
    expect(await statusWith(accessToken)).toBe(200);
  });
});

describe('accounts', () => {
  test('have a password that is not easily guessed, and a name of their own', async () => {
    const { username } = await person();
    const entry = { displayName: 'X', role: 'operator', password: PASSWORD };
    const taken = await send(app, 'POST', '/users', { ...entry, username }, asAdmin);
    expect(taken).toMatchObject({ status: 400, body: { details: { field: 'username' } } });
    const weak = { ...entry, username: 'lemah', password: 'KotaUji112112' };
    expect(await send(app, 'POST', '/users', weak, asAdmin)).toMatchObject({
      status: 400,
      body: { details: { field: 'password', fault: 'derived' } },
    });
  });

  test('belong to an agency if they are its desk, and only then', async () => {
    const entry = { displayName: 'X', password: PASSWORD };
    for (const wrong of [
      { ...entry, username: 'opd-a', role: 'opd' },
      { ...entry, username: 'opd-b', role: 'opd', agencyCode: 'tidak-ada' },
      { ...entry, username: 'opd-c', role: 'operator', agencyCode: 'damkar' },
    ])
      expect(await send(app, 'POST', '/users', wrong, asAdmin)).toMatchObject({
        status: 400,
        body: { details: { field: 'agencyCode' } },
      });
  });

  test('are listed without anything of their passwords', async () => {
    const { body } = await send(app, 'GET', '/users', undefined, asAdmin);
    expect(JSON.stringify(body)).not.toMatch(/argon2|password/i);
  });

  test('leave an admin who can sign in', async () => {
    const { id } = await person('admin');
    const { body } = await send(app, 'GET', '/users', undefined, asAdmin);
    const admins = (body['users'] as { id: string; role: string }[]).filter(
      ({ role }) => role === 'admin',
    );
    expect(admins.map((admin) => admin.id)).toEqual([id]);
    for (const change of [{ isDisabled: true }, { role: 'operator' }])
      expect((await send(app, 'PATCH', `/users/${id}`, change, asAdmin)).status).toBe(400);
    await person('admin');
    expect((await send(app, 'PATCH', `/users/${id}`, { isDisabled: true }, asAdmin)).status).toBe(
      200,
    );
  });
});

test('the window of a server with real data is nobody, and the demo is not open', async () => {
  const state = await send(app, 'GET', '/session', undefined, as(WINDOW_TOKEN));
  expect(state.body).toEqual({ kind: 'sign_in_needed' });
  expect(await statusWith(WINDOW_TOKEN)).toBe(401);
  const demo = await send(app, 'POST', '/session/demo', { role: 'admin' }, as(WINDOW_TOKEN));
  expect(demo.status).toBe(403);
  const first = { code: 'x', username: 'penyusup', displayName: 'X', password: PASSWORD };
  expect((await send(app, 'POST', '/session/first-admin', first, as(WINDOW_TOKEN))).status).toBe(
    403,
  );
});

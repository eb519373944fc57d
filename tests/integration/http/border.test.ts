import { errorBodySchema } from '@shared/protocol/errors';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { type Border, createBorder, DIRECT } from '../../../src/backend/border/border';
import { createGate } from '../../../src/backend/border/gate';
import { createRefusedAttempts } from '../../../src/backend/border/refused-attempts';
import type { Store } from '../../../src/backend/store/open-store';
import { buildTestApp, SUPERVISOR_TOKEN, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

let backend: TestBackend;
let app: FastifyInstance | null = null;
beforeAll(async () => {
  backend = await openTestBackend();
});
afterEach(async () => {
  await app?.close();
  app = null;
});
afterAll(async () => {
  await backend.store.close();
});

const borderWith = (part: Partial<Border>): Border => ({
  ...createBorder(DIRECT, backend.clock),
  ...part,
});

/** A store whose writes wait until they are let go. */
function blockedStore(): { store: Pick<Store, 'db' | 'transact'>; letGo: () => void } {
  let letGo = (): void => undefined;
  const blocked = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const transact: Store['transact'] = async (...work) => {
    await blocked;
    return backend.store.transact(...work);
  };
  return { store: { db: backend.store.db, transact }, letGo: () => letGo() };
}

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
};

it('answers 429 with Retry-After when the intake queue is full, and takes writes again once it is not', async () => {
  const writes = createGate(3);
  const { store, letGo } = blockedStore();
  app = await buildTestApp(backend, {
    ...store,
    store: { ...backend.store, ...store },
    border: borderWith({ writes }),
  });
  const own = app;
  const post = () => send(own, 'POST', '/calls', { type: 'prank' });
  const waiting = [post(), post(), post()];
  await until(() => writes.taken() === 3);
  const refused = await post();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.body['message']).toContain('Idempotency-Key');
  // Reads have a bound of their own.
  expect((await send(own, 'GET', '/units')).status).toBe(200);
  letGo();
  for (const reply of await Promise.all(waiting)) expect(reply.status).toBe(202);
  await until(() => writes.taken() === 0);
  expect((await post()).status).toBe(202);
});

it('answers 503 with Retry-After when as many reads are at work as may be', async () => {
  app = await buildTestApp(backend, { border: borderWith({ reads: createGate(0) }) });
  const refused = await send(app, 'GET', '/units');
  expect(refused.status).toBe(503);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await send(app, 'POST', '/calls', { type: 'prank' })).status).toBe(202);
});

it('answers 429 to an address that asks too much, also for paths that are not there', async () => {
  app = await buildTestApp(backend, { requestsPerMinuteOfAddress: 2 });
  const own = app;
  const ask = (url: string, remoteAddress: string) =>
    own.inject({ method: 'GET', url, remoteAddress });
  await ask('/nothing', '10.0.0.1');
  expect((await ask('/nothing', '10.0.0.1')).statusCode).toBe(404);
  const third = await ask('/api/v1/units', '10.0.0.1');
  expect(third.statusCode).toBe(429);
  expect(errorBodySchema.parse(third.json()).message).toMatch(/Wait \d+ s/);
  expect((await ask('/nothing', '10.0.0.2')).statusCode).toBe(404);
});

it('looks at no more tokens of an address that has sent too many unknown ones, but at those it knows', async () => {
  const attempts = createRefusedAttempts(backend.clock, 2);
  app = await buildTestApp(backend, { border: borderWith({ attempts }) });
  const own = app;
  const ask = async (token: string, remoteAddress = '10.0.0.1') =>
    own.inject({
      method: 'GET',
      url: '/api/v1/units',
      remoteAddress,
      headers: { authorization: `Bearer ${token}` },
    });
  expect((await ask(SUPERVISOR_TOKEN)).statusCode).toBe(200);
  await ask('guess-1');
  expect((await ask('guess-2')).statusCode).toBe(401);
  const closed = await ask('guess-3');
  expect(closed.statusCode).toBe(429);
  expect(Number(closed.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask(SUPERVISOR_TOKEN)).statusCode).toBe(200);
  expect((await ask('guess-3', '10.0.0.2')).statusCode).toBe(401);
  backend.clock.advance(61_000);
  expect((await ask('guess-3')).statusCode).toBe(401);
});

it.each([
  ['a NUL in a path', '/units/%00/status', { isSos: true }],
  ['a NUL in a body', '/incidents/any/notes', { text: 'a\0b' }],
  ['half a character in a body', '/incidents/any/notes', { text: 'a\ud800b' }],
])('refuses %s, which no database stores', async (_name, path, body) => {
  app = await buildTestApp(backend);
  const refused = await send(app, 'POST', path, body);
  expect(refused).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  expect(refused.body['message']).toContain('well-formed');
});

import { errorBodySchema } from '@shared/protocol/errors';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildTestApp, INTEGRATION_TOKEN, SUPERVISOR_TOKEN, send } from '../../support/test-app';
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

const authorization = `Bearer ${SUPERVISOR_TOKEN}`;
const asTracker = { authorization: `Bearer ${INTEGRATION_TOKEN}` };

/** The status and code of an answer, which must have the one shape of all errors. */
async function refusalOf(request: InjectOptions) {
  const response = await app.inject(request);
  const { code, message, details } = errorBodySchema.parse(response.json());
  return { status: response.statusCode, code, message, details, headers: response.headers };
}

describe('every refusal has one shape', () => {
  it('400 for a field that is wrong, naming it', async () => {
    const reply = await send(app, 'POST', '/calls', { type: 'salah' });
    expect(reply).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(reply.body['message']).toContain('body.type');
  });

  it('400 for a field that has no place here, so that personal data is not stored by mistake', async () => {
    const reply = await send(app, 'POST', '/calls', { type: 'normal', callerName: 'x' });
    expect(reply.status).toBe(400);
    expect(reply.body['message']).toContain('callerName');
  });

  it.each([
    ['is not JSON', '{"type":'],
    ['is empty', ''],
  ])('400 for a body that %s', async (_name, payload) => {
    const headers = { authorization, 'content-type': 'application/json' };
    expect(
      await refusalOf({ method: 'POST', url: '/api/v1/calls', headers, payload }),
    ).toMatchObject({
      status: 400,
      code: 'validation_failed',
    });
  });

  it('401 without a token', async () => {
    expect(await refusalOf({ method: 'GET', url: '/api/v1/calls' })).toMatchObject({
      status: 401,
      code: 'unauthorized',
    });
  });

  it.each(['/api/v1/nothing', '/api/v1/incidents/none', '/api/v1/units/none', '/nothing'])(
    '404 for %s',
    async (url) => {
      expect(await refusalOf({ method: 'GET', url, headers: { authorization } })).toMatchObject({
        status: 404,
        code: 'not_found',
      });
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    '415 for %s',
    async (type) => {
      const headers = { authorization, 'content-type': type };
      expect(
        await refusalOf({ method: 'POST', url: '/api/v1/calls', headers, payload: 'type=normal' }),
      ).toMatchObject({
        status: 415,
        code: 'unsupported_media_type',
      });
    },
  );

  it('413 for a body that is too large', async () => {
    const headers = { authorization, 'content-type': 'application/json' };
    const payload = JSON.stringify({ text: 'x'.repeat(70_000) });
    expect(
      await refusalOf({ method: 'POST', url: '/api/v1/incidents/any/notes', headers, payload }),
    ).toMatchObject({ status: 413, code: 'payload_too_large' });
  });

  it('429 with Retry-After for a token that sends too much', async () => {
    const limited = await buildTestApp(backend, { requestsPerMinute: 2 });
    const ask = () =>
      limited.inject({ method: 'GET', url: '/api/v1/units', headers: { authorization } });
    await ask();
    expect((await ask()).statusCode).toBe(200);
    const third = await ask();
    expect(third.statusCode).toBe(429);
    expect(errorBodySchema.parse(third.json()).code).toBe('rate_limited');
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    await limited.close();
  });

  it('503 while the store is stopping', async () => {
    const stopping = await openTestBackend();
    const stoppingApp = await buildTestApp(stopping);
    await stopping.store.close();
    const reply = await send(stoppingApp, 'POST', '/calls', { type: 'normal' });
    expect(reply).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(reply.headers['retry-after']).toBeDefined();
    await stoppingApp.close();
  });

  it('500 without a word of the cause for a bug of ours', async () => {
    const broken = await buildTestApp(backend, {
      positions: {
        report: () => {
          throw new Error('secret detail');
        },
      },
    });
    const reply = await send(broken, 'POST', '/positions', { positions: [{}] }, asTracker);
    expect(reply).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(reply.body)).not.toContain('secret');
    await broken.close();
  });
});

describe('what the city does not have', () => {
  it.each([
    ['/incidents', { categoryCode: 'KBX' }, 'categoryCode'],
    ['/incidents', { categoryCode: 'KBK', subcategoryCode: 'x' }, 'subcategoryCode'],
    [
      '/incidents',
      {
        categoryCode: 'KBK',
        area: { kind: 'in_city', kecamatanCode: '99.99.09', kelurahanCode: null },
      },
      'area.kecamatanCode',
    ],
    ['/complaints', { categoryCode: 'x', channel: 'whatsapp' }, 'categoryCode'],
    ['/units/UJI-01/status', { statusCode: 'X' }, 'statusCode'],
  ])('is refused by %s, naming what is known (%j)', async (path, body, field) => {
    const reply = await send(app, 'POST', path, body);
    expect(reply).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', details: { field } },
    });
    expect(reply.body['message']).toMatch(/Known are \S/);
  });

  it('is refused as a filter too', async () => {
    expect((await send(app, 'GET', '/incidents?categoryCode=KBX')).status).toBe(400);
  });
});

describe('positions', () => {
  const good = { unitId: 'UJI-01', lngLat: [106, -6], observedAt: '2026-11-24T02:00:00Z' };

  it('keeps the good ones of a batch and names the others by index', async () => {
    const handedOn: unknown[] = [];
    const withSink = await buildTestApp(backend, {
      positions: {
        report(reports) {
          handedOn.push(...reports);
          return { accepted: reports.length - 1, rejected: [{ index: 1, reason: 'unknown unit' }] };
        },
      },
    });
    const batch = [good, 'nonsense', { ...good, lngLat: [200, 0] }, { ...good, unitId: 'UJI-99' }];
    const reply = await send(withSink, 'POST', '/positions', { positions: batch }, asTracker);
    expect(reply).toMatchObject({ status: 202, body: { accepted: 1 } });
    expect(handedOn).toHaveLength(2);
    const rejected = reply.body['rejected'] as { index: number; reason: string }[];
    expect(rejected.map(({ index }) => index)).toEqual([1, 2, 3]);
    expect(rejected[1]?.reason).toContain('lngLat');
    await withSink.close();
  });

  it('refuses a batch of more than a thousand as a whole', async () => {
    const positions = Array.from({ length: 1_001 }, () => good);
    const reply = await send(app, 'POST', '/positions', { positions }, asTracker);
    expect(reply.status).toBe(400);
  });
});

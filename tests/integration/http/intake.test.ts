import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildTestApp, SUPERVISOR_TOKEN, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';
import { IN_KELURAHAN_A } from '../../support/test-city';

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

describe('the straight line over HTTP', () => {
  it('takes an incident from the call to its end and shows it with its timeline', async () => {
    const call = await send(app, 'POST', '/calls', { type: 'normal' });
    expect(call).toMatchObject({ status: 202, body: { replayed: false } });

    const opened = await send(app, 'POST', '/incidents', {
      categoryCode: 'KBK',
      lngLat: IN_KELURAHAN_A,
      callId: call.body['id'],
    });
    expect(opened.status).toBe(202);
    const id = String(opened.body['id']);

    for (const step of ['verified', 'forwarded', 'acknowledged']) {
      backend.clock.advance(30_000);
      expect(await send(app, 'POST', `/incidents/${id}/transitions`, { to: step })).toMatchObject({
        status: 202,
      });
    }
    backend.clock.advance(30_000);
    expect(
      await send(app, 'POST', `/incidents/${id}/assignments`, { unitIds: ['UJI-01'] }),
    ).toMatchObject({
      status: 202,
    });
    for (const statusCode of ['MENUJU', 'LOKASI', 'KEMBALI']) {
      backend.clock.advance(60_000);
      expect(await send(app, 'POST', '/units/UJI-01/status', { statusCode })).toMatchObject({
        status: 202,
      });
    }
    expect(await send(app, 'POST', `/incidents/${id}/notes`, { text: 'Api padam.' })).toMatchObject(
      { status: 202 },
    );
    for (const step of ['resolved', 'closed']) {
      expect(await send(app, 'POST', `/incidents/${id}/transitions`, { to: step })).toMatchObject({
        status: 202,
      });
    }

    const { body } = await send(app, 'GET', `/incidents/${id}`);
    expect(body).toMatchObject({
      incident: {
        number: '112-20261124-0001',
        state: 'closed',
        priority: 'P1',
        area: { kind: 'in_city', kecamatanCode: '99.99.01', kelurahanCode: '99.99.01.1001' },
        agencyCodes: ['damkar'],
        noteCount: 1,
        milestones: {
          callReceivedAt: '2026-11-24T02:00:00.000Z',
          dispatchedAt: '2026-11-24T02:02:00.000Z',
          enRouteAt: '2026-11-24T02:03:00.000Z',
          onSceneAt: '2026-11-24T02:04:00.000Z',
          underControlAt: null,
        },
      },
      assignments: [{ unitId: 'UJI-01', clearedAt: '2026-11-24T02:05:00.000Z' }],
      notes: [{ text: 'Api padam.' }],
    });
    const timeline = body['timeline'] as { type: string }[];
    expect(timeline.map(({ type }) => type)).toEqual([
      'incident.opened',
      'call.linked',
      'incident.transitioned',
      'incident.transitioned',
      'incident.transitioned',
      'incident.transitioned',
      'assignment.dispatched',
      'unit.statusChanged',
      'assignment.progressed',
      'incident.transitioned',
      'unit.statusChanged',
      'assignment.progressed',
      'incident.transitioned',
      'unit.statusChanged',
      'assignment.cleared',
      'incident.noteAdded',
      'incident.transitioned',
      'incident.transitioned',
    ]);
  });

  it('takes a complaint through its states', async () => {
    const received = await send(app, 'POST', '/complaints', {
      categoryCode: 'sampah',
      channel: 'whatsapp',
    });
    const id = String(received.body['id']);
    for (const to of [
      'diverifikasi',
      'didisposisikan',
      'diproses',
      'menunggu_validasi',
      'selesai',
    ]) {
      expect(await send(app, 'POST', `/complaints/${id}/transitions`, { to })).toMatchObject({
        status: 202,
      });
    }
    expect((await send(app, 'GET', `/complaints/${id}`)).body).toMatchObject({
      number: 'ADU-20261124-0001',
      state: 'selesai',
      agencyCode: 'dlh',
      version: 6,
    });
  });

  it('works over a real connection', async () => {
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const response = await fetch(`${url}/api/v1/calls`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SUPERVISOR_TOKEN}`, 'content-type': 'application/json' },
      body: '{"type":"prank"}',
    });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ replayed: false });
  });
});

describe('Idempotency-Key', () => {
  const key = { 'idempotency-key': 'retry-1' };

  it('answers a retry as the first time and records nothing more', async () => {
    const body = { type: 'ghost', receivedAt: '2026-11-24T02:00:00Z' };
    const first = await send(app, 'POST', '/calls', body, key);
    const retry = await send(
      app,
      'POST',
      '/calls',
      { receivedAt: '2026-11-24T09:00:00+07:00', type: 'ghost' },
      key,
    );
    expect(retry).toMatchObject({ status: 202, body: { ...first.body, replayed: true } });
  });

  it('refuses another body under the same key', async () => {
    const reply = await send(app, 'POST', '/calls', { type: 'normal' }, key);
    expect(reply).toMatchObject({ status: 409, body: { code: 'idempotency_conflict' } });
  });

  it('does not remember a refused request', async () => {
    const headers = { 'idempotency-key': 'refused-first' };
    const bad = await send(app, 'POST', '/incidents', { categoryCode: 'XXX' }, headers);
    expect(bad.status).toBe(400);
    expect(await send(app, 'POST', '/incidents', { categoryCode: 'MED' }, headers)).toMatchObject({
      status: 202,
      body: { replayed: false },
    });
  });

  it('is each token’s own', async () => {
    const headers = { ...key, authorization: 'Bearer integration-token' };
    expect(await send(app, 'POST', '/calls', { type: 'normal' }, headers)).toMatchObject({
      status: 202,
      body: { replayed: false },
    });
  });

  it('records once what comes many times at once', async () => {
    const body = { categoryCode: 'KBK' };
    const replies = await Promise.all(
      Array.from({ length: 8 }, () =>
        send(app, 'POST', '/incidents', body, { 'idempotency-key': 'at-once' }),
      ),
    );
    expect(new Set(replies.map((reply) => reply.body['id'])).size).toBe(1);
    expect(replies.filter((reply) => reply.body['replayed'] === false)).toHaveLength(1);
  });
});

describe('provenance', () => {
  it.each([
    ['/calls', { type: 'normal' }],
    ['/incidents', { categoryCode: 'KBK' }],
    ['/complaints', { categoryCode: 'sampah', channel: 'langsung' }],
  ])('makes %s idempotent by source and external id', async (path, body) => {
    const withProvenance = { ...body, provenance: { source: 'uji', externalId: '1' } };
    const first = await send(app, 'POST', path, withProvenance);
    const again = await send(app, 'POST', path, withProvenance);
    expect(again).toMatchObject({ status: 202, body: { id: first.body['id'], replayed: true } });
    expect(Number(again.body['seq'])).toBeGreaterThanOrEqual(Number(first.body['seq']));
  });
});

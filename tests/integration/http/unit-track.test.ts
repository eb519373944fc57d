import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  appendPositionHistory,
  makeHistoryDays,
} from '../../../src/backend/store/position-history';
import { buildTestApp, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

let backend: TestBackend;
let app: FastifyInstance;
let unitId: string;
let nowMs: number;

beforeAll(async () => {
  backend = await openTestBackend();
  app = await buildTestApp(backend);
  nowMs = backend.clock.nowMs();
  unitId = backend.city.units[0]?.callSign ?? '';
  await makeHistoryDays(backend.store.db, nowMs);
  await appendPositionHistory(backend.store.db, [
    [unitId, 106.05, -6.01, 90, 12.5, nowMs - 90 * 60_000],
    [unitId, 106.06, -6.02, null, null, nowMs - 60_000],
  ]);
});
afterAll(async () => {
  await app.close();
  await backend.store.close();
});

const iso = (ms: number) => new Date(ms).toISOString();
const track = (query = '', id = unitId) => send(app, 'GET', `/units/${id}/track${query}`);

describe('GET /units/:id/track', () => {
  it('tells where a unit was in the last hour', async () => {
    const { status, body } = await track();
    expect(status).toBe(200);
    expect(body).toEqual({
      unitId,
      from: iso(nowMs - 3_600_000),
      to: iso(nowMs),
      points: [
        {
          lngLat: [106.06, -6.02],
          headingDeg: null,
          speedMps: null,
          observedAt: iso(nowMs - 60_000),
        },
      ],
    });
  });

  it('tells of another period, up to a day', async () => {
    const { body } = await track(`?from=${iso(nowMs - 86_400_000)}&to=${iso(nowMs - 60_000)}`);
    expect(body['points']).toMatchObject([{ headingDeg: 90, speedMps: 12.5 }]);
    expect((await track(`?from=${iso(nowMs - 86_400_001)}`)).status).toBe(400);
    expect((await track(`?from=${iso(nowMs)}&to=${iso(nowMs)}`)).status).toBe(400);
  });

  it('does not know a unit that is not there', async () => {
    expect((await track('', 'XXX-99')).status).toBe(404);
  });
});

import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildTestApp, SUPERVISOR_TOKEN, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';
import { IN_KELURAHAN_A } from '../../support/test-city';

let backend: TestBackend;
let app: FastifyInstance;
const incidentIds: string[] = [];
beforeAll(async () => {
  backend = await openTestBackend();
  app = await buildTestApp(backend);
  for (let index = 0; index < 7; index += 1) {
    const { body } = await send(app, 'POST', '/incidents', {
      categoryCode: index % 2 === 0 ? 'KBK' : 'MED',
      ...(index < 3 && { lngLat: IN_KELURAHAN_A }),
      // Pairs share an instant, so that the order must fall back on the id.
      callReceivedAt: `2026-11-24T01:0${Math.floor(index / 2)}:00Z`,
    });
    incidentIds.push(String(body['id']));
  }
  await send(app, 'POST', `/incidents/${incidentIds[0]}/transitions`, { to: 'false_report' });
  await send(app, 'POST', `/incidents/${incidentIds[1]}/transitions`, { to: 'forwarded' });
});
afterAll(async () => {
  await app.close();
  await backend.store.close();
});

/** Ids of all pages of a list, in order. */
async function readAll(path: string, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await send(
      app,
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${from}`,
    );
    ids.push(...(body['items'] as { id: string }[]).map(({ id }) => id));
    cursor = body['nextCursor'] as string | null;
  } while (cursor !== null);
  return ids;
}

describe('lists', () => {
  it.each([1, 2, 3, 7, 100])('give every record once in pages of %i', async (limit) => {
    const ids = await readAll('/incidents', limit);
    expect(new Set(ids)).toEqual(new Set(incidentIds));
    expect(ids).toHaveLength(incidentIds.length);
  });

  it('begin with the newest', async () => {
    expect((await readAll('/incidents', 100))[0]).toBe(incidentIds.at(-1));
  });

  it('stay whole while records come in between two pages', async () => {
    const first = await send(app, 'GET', '/incidents?limit=4');
    const added = await send(app, 'POST', '/incidents', { categoryCode: 'KBK' });
    const rest = await send(
      app,
      'GET',
      `/incidents?limit=100&cursor=${String(first.body['nextCursor'])}`,
    );
    const ids = [first, rest].flatMap(({ body }) =>
      (body['items'] as { id: string }[]).map(({ id }) => id),
    );
    expect(new Set(ids)).toEqual(new Set(incidentIds));
    incidentIds.push(String(added.body['id']));
  });

  it.each([
    ['state=ended', [0]],
    ['state=open&categoryCode=MED', [1, 3, 5]],
    ['kecamatanCode=99.99.01', [0, 1, 2]],
    ['agencyCode=psc', [1]],
    ['priority=P2', [1, 3, 5]],
    ['from=2026-11-24T01:00:00Z&to=2026-11-24T01:01:00Z', [0, 1]],
  ])('filter by %s', async (query, expected) => {
    const ids = await readAll(`/incidents?${query}`, 100);
    expect(new Set(ids)).toEqual(new Set(expected.map((index) => incidentIds[index])));
  });

  it.each(['limit=0', 'limit=501', 'state=x', 'colour=red', 'cursor=abc', 'from=yesterday'])(
    'refuse %s',
    async (query) => {
      expect(await send(app, 'GET', `/incidents?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'validation_failed' },
      });
    },
  );

  it('page through units by call sign', async () => {
    expect(await readAll('/units', 2)).toEqual(['UJI-01', 'UJI-02', 'UJI-03']);
    expect(await readAll('/units?agencyCode=psc', 2)).toEqual(['UJI-03']);
  });

  it('are empty, not missing, where there is nothing', async () => {
    expect((await send(app, 'GET', '/complaints')).body).toEqual({ items: [], nextCursor: null });
    expect((await send(app, 'GET', '/calls?type=prank')).body).toEqual({
      items: [],
      nextCursor: null,
    });
  });
});

describe('the city pack', () => {
  it('is served whole, and not again to whoever has it', async () => {
    const first = await send(app, 'GET', '/city');
    expect(first.body).toEqual(JSON.parse(JSON.stringify(backend.city)));
    const etag = first.headers['etag'] ?? '';
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const again = await app.inject({
      method: 'GET',
      url: '/api/v1/city',
      headers: { authorization: `Bearer ${SUPERVISOR_TOKEN}`, 'if-none-match': etag },
    });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
  });
});

describe('the description of the API', () => {
  it('names every route and needs no token', async () => {
    const { paths } = (await app.inject('/api/v1/openapi.json')).json<{
      paths: Record<string, unknown>;
    }>();
    expect(Object.keys(paths).sort()).toEqual([
      '/api/v1/api-keys',
      '/api/v1/api-keys/{id}',
      '/api/v1/areas/disagreements',
      '/api/v1/areas/locate',
      '/api/v1/audit',
      '/api/v1/audit/export.csv',
      '/api/v1/audit/verify',
      '/api/v1/backup',
      '/api/v1/basemap',
      '/api/v1/boundaries',
      '/api/v1/calls',
      '/api/v1/calls/{id}',
      '/api/v1/city',
      '/api/v1/complaints',
      '/api/v1/complaints/{id}',
      '/api/v1/complaints/{id}/area',
      '/api/v1/complaints/{id}/transitions',
      '/api/v1/displays',
      '/api/v1/displays/enrolments',
      '/api/v1/displays/enrolments/claim',
      '/api/v1/displays/enrolments/{code}/approve',
      '/api/v1/displays/{id}',
      '/api/v1/facilities',
      '/api/v1/facilities/kinds',
      '/api/v1/facilities/nearest',
      '/api/v1/facilities/refresh',
      '/api/v1/incidents',
      '/api/v1/incidents/{id}',
      '/api/v1/incidents/{id}/area',
      '/api/v1/incidents/{id}/assignments',
      '/api/v1/incidents/{id}/caller',
      '/api/v1/incidents/{id}/notes',
      '/api/v1/incidents/{id}/reveal',
      '/api/v1/incidents/{id}/transitions',
      '/api/v1/kpi',
      '/api/v1/kpi/export.csv',
      '/api/v1/places',
      '/api/v1/positions',
      '/api/v1/session',
      '/api/v1/session/demo',
      '/api/v1/session/first-admin',
      '/api/v1/session/refresh',
      '/api/v1/units',
      '/api/v1/units/{id}',
      '/api/v1/units/{id}/status',
      '/api/v1/units/{id}/track',
      '/api/v1/users',
      '/api/v1/users/{id}',
    ]);
  });

  it('is browsable under a policy that lets nothing in from outside', async () => {
    const page = await app.inject('/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).not.toContain('http');
    const sources = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) expect(source).toMatch(/^\.?\//);
  });
});

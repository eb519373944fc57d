import type { OfficialBoundaries } from '@shared/domain/boundaries';
import type { LngLat } from '@shared/domain/lng-lat';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { readAreasInForce } from '../../../src/backend/operations/read-areas-in-force';
import { readChanges } from '../../support/read-changes';
import { buildTestApp, INTEGRATION_TOKEN, send } from '../../support/test-app';
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

const square = (west: number, south: number, east: number, north: number) => {
  const ring: LngLat[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: 'MultiPolygon' as const, coordinates: [[ring]] };
};
const collection = (shapes: Record<string, ReturnType<typeof square>>) => ({
  type: 'FeatureCollection' as const,
  features: Object.entries(shapes).map(([code, geometry]) => ({
    type: 'Feature' as const,
    properties: { code, name: code },
    geometry,
  })),
});

/** Official: what was the north-western kelurahan is now the southern one's, but for a strip in the north. */
function buildOfficial(): OfficialBoundaries {
  const kelurahanAreas = collection({
    '99.99.01.1001': square(105.9, -5.92, 106, -5.9),
    '99.99.01.1002': square(105.9, -6.1, 106, -5.92),
    '99.99.02.1001': square(106, -6.1, 106.1, -5.9),
  });
  return {
    source: 'Peta uji',
    date: '2026-11-24',
    kelurahanAreas,
    drawn: {
      kelurahanAreas,
      kecamatanAreas: collection({
        '99.99.01': square(105.9, -6.1, 106, -5.9),
        '99.99.02': square(106, -6.1, 106.1, -5.9),
      }),
      land: { type: 'FeatureCollection', features: [] },
    },
    centers: {
      '99.99.01.1001': [105.95, -5.91],
      '99.99.01.1002': [105.95, -6],
      '99.99.02.1001': [106.05, -6],
    },
  };
}

const put = (body: object) =>
  app.inject({
    method: 'PUT',
    url: '/api/v1/boundaries',
    headers: { authorization: `Bearer ${INTEGRATION_TOKEN}` },
    payload: body,
  });
const remove = () =>
  app.inject({
    method: 'DELETE',
    url: '/api/v1/boundaries',
    headers: { authorization: `Bearer ${INTEGRATION_TOKEN}` },
  });
const locate = async (lngLat: LngLat) =>
  (await send(app, 'GET', `/areas/locate?lng=${lngLat[0]}&lat=${lngLat[1]}`)).body;
const lastChange = async () => (await readChanges(backend.store.db, 0, 10_000)).at(-1);

it('says where a position lies, by whose boundaries', async () => {
  expect(await locate(IN_KELURAHAN_A)).toEqual({
    kecamatan: { code: '99.99.01', name: 'Kecamatan 99.99.01' },
    kelurahan: { code: '99.99.01.1001', name: 'Kelurahan 99.99.01.1001' },
    official: false,
    source: 'test',
  });
});

it('says how far a position is from the nearest kelurahan', async () => {
  const { distanceMeters, ...rest } = await locate([106.11, -6]);
  expect(rest).toEqual({
    outsideCity: true,
    nearest: { code: '99.99.02.1001', name: 'Kelurahan 99.99.02.1001' },
  });
  expect(distanceMeters).toBeGreaterThan(1_100);
  expect(distanceMeters).toBeLessThan(1_115);
});

it('refuses a position that is none', async () => {
  expect((await send(app, 'GET', '/areas/locate?lng=600000&lat=9300000')).status).toBe(400);
});

it('refuses boundaries of another city and leaves in force what was', async () => {
  const official = buildOfficial();
  official.kelurahanAreas = collection({ '11.11.11.1111': square(105.9, -6, 106, -5.9) });
  const before = await lastChange();
  const reply = await put(official);
  expect(reply.statusCode).toBe(400);
  expect(reply.json()).toMatchObject({ code: 'validation_failed' });
  expect(await locate(IN_KELURAHAN_A)).toMatchObject({ official: false });
  expect(await lastChange()).toEqual(before);
});

it('puts official boundaries in force: look-ups, the city that clients draw, and a change in the log', async () => {
  const old = await send(app, 'GET', '/city');
  const opened = await send(app, 'POST', '/incidents', {
    categoryCode: 'KBK',
    lngLat: IN_KELURAHAN_A,
  });
  expect((await put(buildOfficial())).statusCode).toBe(202);

  expect(await locate(IN_KELURAHAN_A)).toMatchObject({
    kelurahan: { code: '99.99.01.1002' },
    official: true,
    source: 'Peta uji',
  });
  const city = await send(app, 'GET', '/city');
  expect(city.headers.etag).not.toBe(old.headers.etag);
  expect(city.body).toMatchObject({
    city: { boundaries: { kind: 'official', source: 'Peta uji', date: '2026-11-24' } },
    kelurahanAreas: buildOfficial().drawn.kelurahanAreas,
  });
  expect(await lastChange()).toMatchObject({
    type: 'city.boundariesChanged',
    data: {
      cityHash: String(city.headers.etag).replaceAll('"', ''),
      boundaries: { kind: 'official', source: 'Peta uji', date: '2026-11-24' },
    },
  });

  const kept = await send(app, 'GET', `/incidents/${String(opened.body['id'])}`);
  expect(kept.body).toMatchObject({ incident: { area: { kelurahanCode: '99.99.01.1001' } } });
  const next = await send(app, 'POST', '/incidents', {
    categoryCode: 'KBK',
    lngLat: IN_KELURAHAN_A,
  });
  const detail = await send(app, 'GET', `/incidents/${String(next.body['id'])}`);
  expect(detail.body).toMatchObject({ incident: { area: { kelurahanCode: '99.99.01.1002' } } });
});

it('finds them in force at the next start, unless they no longer fit the city pack', async () => {
  const again = await readAreasInForce(backend);
  expect(again.current().city.city.boundaries.kind).toBe('official');
  const [first, ...others] = backend.city.kelurahan;
  const renamed = first === undefined ? [] : [{ ...first, code: '99.99.01.1009' }, ...others];
  const other = await readAreasInForce({
    ...backend,
    city: { ...backend.city, kelurahan: renamed },
  });
  expect(other.current().city.city.boundaries.kind).toBe('schematic');
});

it('lists the records that now disagree and changes them only when told to, each in the log', async () => {
  const listed = await send(app, 'GET', '/areas/disagreements');
  expect(listed.body['checked']).toBe(2);
  const [only, ...others] = listed.body['disagreements'] as Record<string, unknown>[];
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    kind: 'incident',
    version: 1,
    stored: { kelurahanCode: '99.99.01.1001' },
    found: { kelurahanCode: '99.99.01.1002' },
  });
  // From 5.95° to 5.92° S.
  expect(only?.['distanceMeters']).toBeGreaterThan(3_300);
  expect(only?.['distanceMeters']).toBeLessThan(3_330);

  const path = `/incidents/${String(only?.['id'])}/area`;
  const stale = { area: only?.['found'], expectedVersion: 9 };
  expect((await send(app, 'POST', path, stale)).status).toBe(409);
  const unknown = {
    area: { kind: 'in_city', kecamatanCode: '99.99.01', kelurahanCode: '99.99.02.1001' },
  };
  expect((await send(app, 'POST', path, unknown)).status).toBe(400);

  const done = await send(app, 'POST', path, { area: only?.['found'], expectedVersion: 1 });
  expect(done.status).toBe(202);
  expect(await lastChange()).toMatchObject({
    type: 'incident.areaChanged',
    data: { incidentId: only?.['id'], area: { kelurahanCode: '99.99.01.1002' }, version: 2 },
  });
  expect((await send(app, 'POST', path, { area: only?.['found'] })).body).toMatchObject({
    replayed: true,
  });
  expect((await send(app, 'GET', '/areas/disagreements')).body['disagreements']).toEqual([]);
});

it('sets right the area of a complaint too', async () => {
  const { body } = await send(app, 'POST', '/complaints', {
    categoryCode: 'sampah',
    channel: 'whatsapp',
    lngLat: IN_KELURAHAN_A,
  });
  const area = { kind: 'in_city', kecamatanCode: '99.99.02', kelurahanCode: null };
  const reply = await send(app, 'POST', `/complaints/${String(body['id'])}/area`, { area });
  expect(reply.status).toBe(202);
  expect(await lastChange()).toMatchObject({ type: 'complaint.areaChanged', data: { area } });
  expect((await send(app, 'POST', '/complaints/nobody/area', { area })).status).toBe(404);
});

it('goes back to the boundaries of the city pack', async () => {
  expect((await remove()).json()).toMatchObject({ replayed: false });
  expect((await remove()).json()).toMatchObject({ replayed: true });
  expect(await locate(IN_KELURAHAN_A)).toMatchObject({
    kelurahan: { code: '99.99.01.1001' },
    official: false,
  });
  expect((await readAreasInForce(backend)).current().cityHash).toBe(
    backend.areas.current().cityHash,
  );
});

it('finds places by name', async () => {
  const { status, body } = await send(app, 'GET', '/places?q=uji-2');
  expect(status).toBe(200);
  expect((body['places'] as unknown[])[0]).toMatchObject({ kind: 'unit', id: 'UJI-02' });
  expect((await send(app, 'GET', '/places?q=')).status).toBe(400);
});

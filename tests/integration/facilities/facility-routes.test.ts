import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FacilitySet } from '@shared/domain/facility';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import {
  facilityFile,
  removeFacilitySet,
  writeFacilitySet,
} from '../../../src/backend/facilities/facility-files';
import { openFacilityLibrary } from '../../../src/backend/facilities/facility-library';
import { silentLog } from '../../../src/backend/log';
import { buildTestApp, INTEGRATION_TOKEN, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';

const source = { title: 'Dinas Uji', file: 'uji.geojson', importedAt: '2026-11-24T01:00:00.000Z' };
const origin = { index: 0, featureId: null };

const HYDRANTS: FacilitySet = {
  kind: 'hydrant',
  source,
  facilities: [106, 106.01, 106.02].map((lng, index) => ({
    id: `hydrant-${String(index)}`,
    kind: 'hydrant',
    name: `Hidran ${String(index)}`,
    geometry: { type: 'Point', coordinates: [lng, -6] },
    lngLat: [lng, -6],
    origin,
  })),
};

let dataDir: string;
let backend: TestBackend;
let app: FastifyInstance;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'facility-routes-'));
  backend = await openTestBackend();
  const facilities = await openFacilityLibrary({
    dataDir,
    center: backend.city.city.center,
    log: silentLog,
  });
  app = await buildTestApp(backend, { facilities });
});
afterAll(async () => {
  await app.close();
  await backend.store.close();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  await writeFacilitySet(dataDir, HYDRANTS);
  await refresh();
});

const refresh = () =>
  send(app, 'POST', '/facilities/refresh', undefined, {
    authorization: `Bearer ${INTEGRATION_TOKEN}`,
  });
const kinds = async () => (await send(app, 'GET', '/facilities/kinds')).body['kinds'];

test('says what has been imported, how many and from where', async () => {
  expect(await kinds()).toEqual([{ kind: 'hydrant', count: 3, source }]);
});

test('lists all of a kind, and none of a kind that was not imported', async () => {
  const listed = await send(app, 'GET', '/facilities?kind=hydrant');
  expect(listed.body['items']).toEqual(HYDRANTS.facilities);
  expect((await send(app, 'GET', '/facilities?kind=school')).body['items']).toEqual([]);
  expect((await send(app, 'GET', '/facilities')).body['items']).toHaveLength(3);
});

test('finds the nearest of a kind, nearest first, in metres', async () => {
  const path = '/facilities/nearest?kind=hydrant&lng=106.012&lat=-6&limit=2';
  const { body } = await send(app, 'GET', path);
  expect(body['items']).toMatchObject([
    { facility: { id: 'hydrant-1' }, distanceMeters: expect.closeTo(221.4, 0) as number },
    { facility: { id: 'hydrant-2' }, distanceMeters: expect.closeTo(885.7, 0) as number },
  ]);
});

test('finds nothing near where nothing of the kind has been imported', async () => {
  const { status, body } = await send(app, 'GET', '/facilities/nearest?kind=school&lng=106&lat=-6');
  expect([status, body['items']]).toEqual([200, []]);
});

test.each(['?lng=106&lat=-6', '?kind=zoo&lng=106&lat=-6', '?kind=hydrant&lng=200&lat=-6'])(
  'refuses the nearest of %s',
  async (query) => {
    const { status, body } = await send(app, 'GET', `/facilities/nearest${query}`);
    expect([status, body['code']]).toEqual([400, 'validation_failed']);
  },
);

test('takes over what an import wrote, as a whole, and says so once in the log', async () => {
  const [first] = HYDRANTS.facilities;
  await writeFacilitySet(dataDir, { ...HYDRANTS, facilities: first === undefined ? [] : [first] });
  expect((await refresh()).body).toEqual({ changed: ['hydrant'] });
  expect((await refresh()).body).toEqual({ changed: [] });
  expect(await kinds()).toEqual([{ kind: 'hydrant', count: 1, source }]);
});

test('takes away what a reset took away', async () => {
  expect(await removeFacilitySet(dataDir, 'hydrant')).toBe(true);
  await refresh();
  expect(await kinds()).toEqual([]);
  expect(await removeFacilitySet(dataDir, 'hydrant')).toBe(false);
});

test('goes on with the other kinds where one file is damaged', async () => {
  await writeFile(facilityFile(dataDir, 'school'), '{"kind":"school"');
  await refresh();
  expect(await kinds()).toEqual([{ kind: 'hydrant', count: 3, source }]);
});

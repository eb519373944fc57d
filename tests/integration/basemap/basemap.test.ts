import { copyFile, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FastifyInstance } from 'fastify';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { createFileSource } from '../../../src/backend/basemap/file-source';
import { BASEMAP_FILE, openBasemap } from '../../../src/backend/basemap/open-basemap';
import { silentLog } from '../../../src/backend/log';
import { buildBasemap } from '../../support/build-basemap';
import { buildPmtiles } from '../../support/build-pmtiles';
import { buildTestApp, SUPERVISOR_TOKEN, send } from '../../support/test-app';
import { openTestBackend, type TestBackend } from '../../support/test-backend';
import { buildTestCity } from '../../support/test-city';

const { city } = buildTestCity();
const empty = { type: 'FeatureCollection' as const, features: [] };

let good: string;
let archive: Buffer;
let directory: string;
let file: string;
let backend: TestBackend;
const apps: FastifyInstance[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'basemap-'));
  file = join(directory, BASEMAP_FILE);
  good = join(directory, 'good.pmtiles');
  archive = buildBasemap(city);
  await writeFile(good, archive);
  backend = await openTestBackend();
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  await backend.store.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => copyFile(good, file));

const open = () => openBasemap([directory], city, silentLog);

test('is drawn from the file, with its attribution as plain text', async () => {
  expect(await open()).toEqual({ kind: 'tiles', path: file, attribution: '© OpenStreetMap' });
});

test('is schematic, with nothing wrong, where there is no file', async () => {
  await rm(file);
  expect(await open()).toEqual({ kind: 'schematic', problem: null });
});

test("prefers the data directory's file to the city pack's", async () => {
  const other = await mkdtemp(join(tmpdir(), 'basemap-'));
  await copyFile(good, join(other, BASEMAP_FILE));
  const basemap = await openBasemap([other, directory], city, silentLog);
  expect(basemap).toMatchObject({ path: join(other, BASEMAP_FILE) });
  await rm(other, { recursive: true });
});

test.each([
  ['damaged', () => writeFile(file, 'not an archive')],
  ['damaged', () => writeFile(file, Buffer.alloc(0))],
  ['truncated', () => truncate(file, 20_000)],
  [
    'other_schema',
    () =>
      writeFile(
        file,
        buildPmtiles({ layers: { transportation: empty }, bounds: city.bounds, maxZoom: 2 }),
      ),
  ],
  [
    'elsewhere',
    () =>
      writeFile(
        file,
        buildPmtiles({
          layers: { earth: empty, roads: empty },
          bounds: [8, 49, 10, 51],
          maxZoom: 2,
        }),
      ),
  ],
] as const)('is schematic and says %s', async (problem, spoil) => {
  await spoil();
  expect(await open()).toEqual({ kind: 'schematic', problem });
});

test('is schematic and says not_vector for pictures', async () => {
  const png = 2;
  const pictures = Buffer.from(archive);
  pictures.writeUInt8(png, 99);
  await writeFile(file, pictures);
  expect(await open()).toEqual({ kind: 'schematic', problem: 'not_vector' });
});

async function serve(): Promise<FastifyInstance> {
  const app = await buildTestApp(backend, { basemap: await open() });
  apps.push(app);
  return app;
}

const read = (app: FastifyInstance, headers: Record<string, string> = {}) =>
  app.inject({
    url: '/api/v1/basemap/tiles',
    headers: { authorization: `Bearer ${SUPERVISOR_TOKEN}`, ...headers },
  });

test('serves stretches of the file, to those with a token', async () => {
  const app = await serve();
  const part = await read(app, { range: 'bytes=0-126' });
  expect(part.statusCode).toBe(206);
  expect(part.headers['content-range']).toBe(`bytes 0-126/${String(archive.length)}`);
  expect(part.rawPayload).toEqual(archive.subarray(0, 127));
  expect((await read(app, { range: `bytes=${String(archive.length)}-` })).statusCode).toBe(416);
  expect((await read(app)).rawPayload.length).toBe(archive.length);
  expect((await app.inject({ url: '/api/v1/basemap/tiles' })).statusCode).toBe(401);
});

test('names another version of the file by another ETag', async () => {
  const app = await serve();
  const before = (await read(app, { range: 'bytes=0-9' })).headers.etag;
  await writeFile(file, Buffer.concat([archive, Buffer.alloc(1)]));
  expect((await read(app, { range: 'bytes=0-9' })).headers.etag).not.toBe(before);
});

test('says what the ground is drawn from', async () => {
  const app = await serve();
  expect((await send(app, 'GET', '/basemap')).body).toEqual({
    kind: 'tiles',
    attribution: '© OpenStreetMap',
  });
  await rm(file);
  const without = await serve();
  expect((await send(without, 'GET', '/basemap')).body).toEqual({
    kind: 'schematic',
    problem: null,
  });
  expect((await read(without)).statusCode).toBe(404);
});

test('has every tile of the city', async () => {
  const source = createFileSource(file);
  const tile = await new PMTiles(source).getZxy(10, 813, 529);
  expect(tile?.data.byteLength).toBeGreaterThan(100);
  await source.close();
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FacilityKind } from '@shared/domain/facility';
import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  type FacilityImport,
  type PreparedFacilities,
  prepareFacilities,
} from '../../../src/backend/intake/facilities/import-facilities';
import { UsageError } from '../../../src/backend/intake/usage-error';
import { createFakeClock } from '../../support/fake-clock';
import { buildTestCity } from '../../support/test-city';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const { city } = buildTestCity();
const clock = createFakeClock();

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'facilities-'));
});
afterAll(() => rm(directory, { recursive: true }));

function prepare(
  file: string,
  kind: FacilityKind,
  more: Partial<FacilityImport> = {},
): Promise<PreparedFacilities> {
  return prepareFacilities(
    { file, kind, nameField: null, sourceTitle: null, ...more },
    city,
    clock,
  );
}

async function fileOf(content: unknown): Promise<string> {
  const path = join(directory, 'layer.geojson');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const point = (lng: number, lat: number, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lng, lat] },
});
const layer = (...features: object[]) => ({ type: 'FeatureCollection', features });

const hospitals = () => prepare(join(FIXTURES, 'hospitals.geojson'), 'hospital');

test('takes names from whichever column has them, feature by feature', async () => {
  const { set, nameFields, unnamed } = await hospitals();
  expect(set.facilities.map(({ name }) => name)).toEqual([
    'Rumah Sakit Umum Daerah Uji Coba',
    'RS Contoh Sehat',
    null,
    'RS Kompleks Contoh',
    'RS Satu Titik',
  ]);
  expect(nameFields).toEqual({ TOPONIM: 3, KETERANGAN: 1 });
  expect(unnamed).toBe(1);
});

test('leaves out what is off the map, by index and with the reason', async () => {
  const { leftOut } = await hospitals();
  expect(leftOut.filter(({ why }) => why === 'off_map')).toEqual([
    { index: 3, why: 'off_map', reason: 'off the map, at [-180, -90]' },
    { index: 4, why: 'off_map', reason: 'off the map, at [0, 0]' },
    {
      index: 5,
      why: 'off_map',
      reason: 'off the map, at [-6, 106]: longitude and latitude are the wrong way round',
    },
  ]);
});

test('leaves out what has no usable geometry', async () => {
  const { leftOut } = await hospitals();
  expect(leftOut.filter(({ why }) => why === 'unusable')).toEqual([
    { index: 6, why: 'unusable', reason: 'it has no geometry' },
    { index: 8, why: 'unusable', reason: 'a coordinate is not a number' },
    {
      index: 12,
      why: 'unusable',
      reason: 'its geometry is a GeometryCollection, which cannot be drawn; split it',
    },
    { index: 13, why: 'unusable', reason: 'it has no geometry' },
  ]);
});

test('keeps one of two that are the same under another spelling, and the area rather than the point', async () => {
  const { set, leftOut } = await hospitals();
  expect(leftOut.filter(({ why }) => why === 'duplicate')).toEqual([
    {
      index: 2,
      why: 'duplicate',
      reason: 'the same as feature 0 (Rumah Sakit Umum Daerah Uji Coba), 17 m away',
    },
    { index: 10, why: 'duplicate', reason: 'the same as feature 9 (RS Kompleks Contoh), 0 m away' },
  ]);
  expect(set.facilities.map(({ origin }) => origin.index)).toEqual([0, 1, 7, 9, 11]);
});

test('drops heights, closes rings and makes a point of a list of one point', async () => {
  const { set } = await hospitals();
  const geometryOf = (index: number) =>
    set.facilities.find(({ origin }) => origin.index === index)?.geometry;
  expect(geometryOf(0)).toEqual({ type: 'Point', coordinates: [105.95, -5.95] });
  expect(geometryOf(9)).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [105.98, -6.05],
        [105.982, -6.05],
        [105.982, -6.048],
        [105.98, -6.048],
        [105.98, -6.05],
      ],
    ],
  });
  expect(geometryOf(11)).toEqual({ type: 'Point', coordinates: [106.07, -6.06] });
});

test('keeps where each one comes from', async () => {
  const { set } = await prepare(join(FIXTURES, 'hospitals.geojson'), 'hospital', {
    sourceTitle: 'Dinas Uji 2026',
  });
  expect(set.source).toEqual({
    title: 'Dinas Uji 2026',
    file: 'hospitals.geojson',
    importedAt: clock.now(),
  });
  expect(set.facilities[0]?.origin).toEqual({ index: 0, featureId: 'rs.1' });
});

test('takes lines; two stretches of one route stay two', async () => {
  const { set, leftOut } = await prepare(join(FIXTURES, 'routes.geojson'), 'evacuation_route');
  expect(set.facilities.map(({ name, geometry }) => [name, geometry.type])).toEqual([
    ['Jalur Evakuasi Utara', 'LineString'],
    ['Jalur Evakuasi Utara', 'LineString'],
    ['Jalur Evakuasi Selatan', 'MultiLineString'],
  ]);
  expect(leftOut.map(({ index, why }) => [index, why])).toEqual([
    [3, 'off_map'],
    [4, 'unusable'],
  ]);
});

test('keeps hydrants apart that differ by number, or are nameless and stand some metres apart', async () => {
  const file = await fileOf(
    layer(
      point(106, -6, { NAMA: 'Hidran 12' }),
      point(106.0001, -6, { NAMA: 'Hidran 13' }),
      point(106.0001, -6.0001),
      point(106.0002, -6.0001),
      point(106.0002, -6.0001),
    ),
  );
  const { set, leftOut } = await prepare(file, 'hydrant');
  expect(set.facilities.map(({ origin }) => origin.index)).toEqual([0, 1, 2, 3]);
  expect(leftOut).toHaveLength(1);
});

test('takes the column that --name-field names, and refuses one that is not there', async () => {
  const file = await fileOf(layer(point(106, -6, { KODE: 'H-7', NAMA: 'Hidran' })));
  const { set } = await prepare(file, 'hydrant', { nameField: 'KODE' });
  expect(set.facilities[0]?.name).toBe('H-7');
  await expect(prepare(file, 'hydrant', { nameField: 'NAMOBJ' })).rejects.toThrow(
    /has no column "NAMOBJ"\. Its columns: KODE, NAMA\. Nothing was changed/,
  );
});

test('takes a single feature, and a file that begins with a byte-order mark', async () => {
  const file = await fileOf(`\uFEFF${JSON.stringify(point(106, -6, { nama: 'Satu' }))}`);
  expect((await prepare(file, 'port')).set.facilities).toHaveLength(1);
});

test.each<[string, unknown, RegExp]>([
  ['a file that is cut short', '{"type":"FeatureCollection","features":[', /is not JSON/],
  ['NaN in the text', '{"type":"FeatureCollection","features":[NaN]}', /NaN or Infinity/],
  ['a shapefile', 'PK\u0003\u0004', /ogr2ogr new\.geojson old\.shp/],
  ['a bare list', [point(106, -6)], /holds no object/],
  ['TopoJSON', { type: 'Topology', objects: {} }, /is TopoJSON.*ogr2ogr -f GeoJSON/],
  [
    'Esri JSON',
    { geometryType: 'esriGeometryPoint', features: [{ geometry: { x: 1, y: 2 } }] },
    /is Esri JSON/,
  ],
  [
    'another reference system',
    {
      ...layer(point(106, -6)),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32748' } },
    },
    /reference system urn:ogc:def:crs:EPSG::32748.*ogr2ogr -t_srs EPSG:4326/,
  ],
  [
    'metres without a word on the reference system',
    layer(point(612_345.1, 9_337_000.2), point(612_445.1, 9_337_100.2)),
    /coordinates in metres.*EPSG:32748/,
  ],
  [
    'latitude before longitude throughout',
    layer(point(-6, 106), point(-6.01, 106.01)),
    /\[latitude, longitude\]/,
  ],
  ['no features', layer(), /has no features/],
  ['nothing usable', layer(point(-180, -90)), /None of the 1 features.*off the map/],
])('refuses %s as a whole and says what to do', async (_what, content, message) => {
  const refusal = prepare(await fileOf(content), 'school');
  await expect(refusal).rejects.toBeInstanceOf(UsageError);
  await expect(refusal).rejects.toThrow(message);
  await expect(refusal).rejects.toThrow(/Nothing was changed\.$/);
});

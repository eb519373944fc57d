import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { expect, type Page, test } from '@playwright/test';
import type { CityPack } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import { locateArea } from '@shared/domain/locate-area';

import { loadCilegon } from '../support/cilegon';
import { openRoom, type Room, renderedCounts } from './support';

const run = promisify(execFile);
const COLUMNS = 7;

let room: Room;
let city: CityPack;
let directory: string;
test.beforeAll(async () => {
  city = await loadCilegon();
  directory = await mkdtemp(join(tmpdir(), 'command-center-boundaries-'));
  room = await openRoom();
});
test.afterAll(async () => {
  await room.close();
  await rm(directory, { recursive: true, force: true });
});

test('official boundaries come into an open window: label and shapes change, counts do not', async () => {
  const { page } = room;
  const middle = middleOf(city);
  const before = kecamatanAt(city, middle);
  await room.post('/complaints', complaintIn(before.code));
  await room.post('/incidents', { categoryCode: 'KBK', lngLat: [106.0037, -5.9595] });
  const counts = { incidentsOnMap: 1, unitsOnMap: 0, complaintsCounted: 1 };
  await expect.poll(() => renderedCounts(page)).toEqual(counts);
  await expect(label(page, 'Batas skematis')).toBeVisible();
  await expectKecamatanInTheMiddle(page, before.name);

  const official = buildGrid(city, before.code);
  const after = kecamatanAt({ ...city, kelurahanAreas: official }, middle);
  expect(after.code).not.toBe(before.code);
  const report = await importFile(official);
  expect(report).toMatchObject({ features: 43, matched: 43, kelurahan: 43, kecamatan: 8 });

  await expect(label(page, 'Batas resmi: Peta uji')).toBeVisible();
  await expect.poll(() => renderedCounts(page)).toEqual(counts);
  await expectKecamatanInTheMiddle(page, after.name);

  await importCommand('--reset');
  await expect(label(page, 'Batas skematis')).toBeVisible();
  await expect.poll(() => renderedCounts(page)).toEqual(counts);
  await expectKecamatanInTheMiddle(page, before.name);
});

test('a file that is refused changes nothing, and says everything that is wrong', async () => {
  const grid = buildGrid(city, '36.72.01');
  const file = join(directory, 'short.geojson');
  await writeFile(file, JSON.stringify({ ...grid, features: grid.features.slice(2) }));
  const refusal = await importCommand(file).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/is missing[\s\S]*is missing/),
  });
  await expect(label(room.page, 'Batas skematis')).toBeVisible();
});

const label = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Peta kota' }).getByText(text, { exact: false });

async function importFile(areas: object): Promise<unknown> {
  const file = join(directory, 'official.geojson');
  await writeFile(file, JSON.stringify(areas));
  return importCommand(file, '--source', 'Peta uji');
}

/** @returns the report on its last line */
async function importCommand(...args: string[]): Promise<unknown> {
  const command = [resolve('out/backend/import.js'), 'boundaries', ...args];
  const { stdout } = await run(process.execPath, [...command, '--data-dir', room.dataDir]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

async function expectKecamatanInTheMiddle(page: Page, name: string): Promise<void> {
  const map = page.getByRole('region', { name: 'Peta kota' });
  const detail = page.getByRole('complementary', { name: 'Rincian' });
  // The map is put up anew with other shapes; until it stands a click finds nothing.
  await expect(async () => {
    await map.click();
    await expect(detail.getByText(name, { exact: false }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

const complaintIn = (kecamatanCode: string) => ({
  categoryCode: 'sampah',
  channel: 'whatsapp',
  area: { kind: 'in_city', kecamatanCode, kelurahanCode: null },
});

function middleOf({ city: { bounds } }: CityPack): LngLat {
  const [west, south, east, north] = bounds;
  return [(west + east) / 2, (south + north) / 2];
}

function kecamatanAt(areas: CityPack, lngLat: LngLat): { code: string; name: string } {
  const area = locateArea(areas, lngLat);
  const found = areas.kecamatan.find(
    ({ code }) => area.kind === 'in_city' && code === area.kecamatanCode,
  );
  if (found === undefined) throw new Error(`no kecamatan at ${String(lngLat)}`);
  return found;
}

/** Invented boundaries: the city's box in squares, another kecamatan's than the given one in the middle. */
function buildGrid({ city: { bounds }, kelurahan }: CityPack, notInTheMiddle: string) {
  const [west, south, east, north] = bounds;
  const middle = Math.floor(COLUMNS / 2) * COLUMNS + Math.floor(COLUMNS / 2);
  const shift = kelurahan.findIndex(
    (_, index) => kelurahan[(middle + index) % kelurahan.length]?.kecamatanCode !== notInTheMiddle,
  );
  const [width, height] = [(east - west) / COLUMNS, (north - south) / COLUMNS];
  return {
    type: 'FeatureCollection' as const,
    features: kelurahan.map((_, index) => {
      const { code, name } = kelurahan[(index + shift) % kelurahan.length] ?? {
        code: '',
        name: '',
      };
      const [left, bottom] = [
        west + (index % COLUMNS) * width,
        south + Math.floor(index / COLUMNS) * height,
      ];
      const ring: LngLat[] = [
        [left, bottom],
        [left + width, bottom],
        [left + width, bottom + height],
        [left, bottom + height],
        [left, bottom],
      ];
      return {
        type: 'Feature' as const,
        properties: { code, name },
        geometry: { type: 'Polygon' as const, coordinates: [ring] },
      };
    }),
  };
}

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';
import { citySchema } from '@shared/domain/city-pack';

import { buildBasemap } from '../support/build-basemap';
import { newDataDir, openRoom, type Room, renderedCounts } from './support';

const PACK = join(import.meta.dirname, '..', '..', 'resources', 'cities', 'cilegon');

let dataDir: string;
test.beforeAll(async () => {
  dataDir = await newDataDir();
});
test.afterAll(() => rm(dataDir, { recursive: true, force: true }));

const attribution = (room: Room) => room.page.getByText('Batas skematis', { exact: false });

test('tiles are read from the backend stretch by stretch, and incidents stand over them', async () => {
  const city = citySchema.parse(JSON.parse(await readFile(join(PACK, 'city.json'), 'utf8')));
  await writeFile(join(dataDir, 'basemap.pmtiles'), buildBasemap(city));
  const room = await openRoom({ dataDir });
  const problems: string[] = [];
  room.page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  const stretches: number[] = [];
  room.page.on('response', (response) => {
    if (response.url().endsWith('/basemap/tiles')) stretches.push(response.status());
  });
  await room.page.reload();
  await expect.poll(() => stretches.length, { timeout: 30_000 }).toBeGreaterThan(2);
  expect(new Set(stretches)).toEqual(new Set([206]));
  await room.post('/incidents', { categoryCode: 'KBK', priority: 'P1', lngLat: city.center });
  await expect.poll(async () => (await renderedCounts(room.page))?.incidentsOnMap).toBe(1);
  await expect(attribution(room)).not.toContainText('peta skematis dipakai');
  expect(problems).toEqual([]);
  await room.close();
});

test('a file that broke off is said on the map, which is drawn all the same', async () => {
  const file = join(dataDir, 'basemap.pmtiles');
  await writeFile(file, (await readFile(file)).subarray(0, 20_000));
  const room = await openRoom({ dataDir });
  await expect(attribution(room)).toContainText(
    'Berkas peta dasar tidak lengkap; peta skematis dipakai',
  );
  await room.close();
});

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import { openRoom, type Room, renderedCounts } from './support';

const REPOSITORY = join(import.meta.dirname, '..', '..');
const FIXTURES = join(import.meta.dirname, 'fixtures');
const AT: [number, number] = [106.03, -5.99];

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(async () => {
  await room.close();
});

/** The command as a person calls it, beside the running window. @returns its report */
async function importFacilities(...args: string[]): Promise<Record<string, unknown>> {
  const command = join(REPOSITORY, 'out', 'backend', 'import.js');
  const { stdout } = await promisify(execFile)(process.execPath, [
    command,
    'facilities',
    ...args,
    '--data-dir',
    room.dataDir,
  ]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
}

const chooser = () => room.page.getByRole('button', { name: 'Pilih fasilitas di peta' });

test('there is nothing to choose before anything has been imported', async () => {
  await expect(room.page.getByRole('button', { name: 'Perbesar' })).toBeVisible();
  await expect(chooser()).toHaveCount(0);
});

test('an import beside the running window shows in its menu, with counts and source', async () => {
  const hydrants = await importFacilities(
    join(FIXTURES, 'hydrants.geojson'),
    '--kind',
    'hydrant',
    '--source',
    'Dinas Uji',
  );
  expect(hydrants).toMatchObject({ imported: 3, offMap: [3], duplicates: [4], shown: true });
  await chooser().click();
  const hydrant = room.page.getByRole('checkbox', { name: 'Hidran 3' });
  await hydrant.check();
  await expect(hydrant).toBeChecked();
  await expect(room.page.getByText('sumber: Dinas Uji')).toBeVisible();
  await room.page.keyboard.press('Escape');
  await expect(
    room.page.getByRole('contentinfo').getByText('Hidran di peta: 3, sumber Dinas Uji'),
  ).toBeVisible();
});

test('an incident on a hydrant is drawn all the same, and names the hydrant', async () => {
  await room.post('/incidents', { categoryCode: 'KBK', priority: 'P1', lngLat: AT });
  await expect.poll(async () => (await renderedCounts(room.page))?.incidentsOnMap).toBe(1);
  await room.page.getByRole('region', { name: 'Kejadian terbuka' }).getByText('Kebakaran').click();
  const detail = room.page.getByRole('complementary', { name: 'Rincian' });
  await expect(detail.getByText('Hidran Uji 1 · 0 m')).toBeVisible();
});

test('a reset takes the kind off the menu', async () => {
  expect(await importFacilities('--reset', '--kind', 'hydrant')).toMatchObject({ removed: 3 });
  await expect(chooser()).toHaveCount(0);
});

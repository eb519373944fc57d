import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { openRoom, type Room, renderedCounts } from './support';

const KOTA_CONTOH = join(import.meta.dirname, '..', 'fixtures', 'kota-contoh');

let room: Room;
test.beforeAll(async () => {
  room = await openRoom({ profile: 'demo', env: { CC_CITY: KOTA_CONTOH } });
});
test.afterAll(async () => {
  await room.close();
});

test('a small city made by hand runs the whole room, its demo included', async () => {
  const { page } = room;
  await expect(page.getByText('Kota Contoh', { exact: false }).first()).toBeVisible();
  await expect
    .poll(async () => (await renderedCounts(page))?.unitsOnMap, { timeout: 60_000 })
    .toBe(2);
  const status = page.getByRole('region', { name: 'Unit', exact: true });
  await expect(status.getByText('API-1')).toBeVisible();
});

test('an incident of its own category lies in its own kelurahan', async () => {
  const reply = await room.post('/incidents', { categoryCode: 'API', lngLat: [111.02, -5.48] });
  expect(reply.status).toBe(202);
  const queue = room.page.getByRole('region', { name: 'Kejadian terbuka' });
  await expect(queue.getByText('Karang', { exact: false }).first()).toBeVisible();
});

test('nothing on its screen is of another city', async () => {
  await expect(room.page.locator('body')).not.toContainText(/cilegon/i);
});

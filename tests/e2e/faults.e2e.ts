import { rm } from 'node:fs/promises';

import { expect, test } from '@playwright/test';

import { launchApp } from '../../scripts/electron/launch';
import { describeRunning } from '../../src/backend/store/data-directory';
import { newDataDir, openRoom, renderedCounts, seqOf, waitForLink } from './support';

test('a killed backend makes the picture stale; it comes back by itself with nothing lost', async () => {
  const room = await openRoom();
  const { page } = room;
  for (const categoryCode of ['KBK', 'BJR', 'LAK']) {
    await room.post('/incidents', { categoryCode, lngLat: [106.04, -6.01] });
  }
  await expect.poll(async () => (await renderedCounts(page))?.incidentsOnMap).toBe(3);
  const seqBefore = await seqOf(page);

  const running = await describeRunning(room.dataDir);
  if (running === null) throw new Error('no backend holds the data directory');
  process.kill(running.pid, 'SIGKILL');

  await waitForLink(page, 'stale', 5_000);
  await expect(page.getByRole('status', { name: 'Sambungan' })).toContainText('basi sejak');
  // The last picture stays.
  await expect(
    page.getByRole('region', { name: 'Kejadian terbuka' }).getByText('Kebakaran'),
  ).toBeVisible();

  await waitForLink(page, 'live', 20_000);
  expect(await seqOf(page)).toBeGreaterThanOrEqual(seqBefore);
  await expect.poll(async () => (await renderedCounts(page))?.incidentsOnMap).toBe(3);
  await room.post('/incidents', { categoryCode: 'PHN', lngLat: [106.05, -6.02] });
  await expect.poll(async () => (await renderedCounts(page))?.incidentsOnMap).toBe(4);
  await room.close();
});

test('a window whose backend does not start shows its last picture, marked as old, and why', async () => {
  const dataDir = await newDataDir();
  const room = await openRoom({ dataDir, profile: 'demo' });
  // The picture is put away within three seconds of being live, and then every half minute.
  await room.page.waitForTimeout(31_000);
  await room.close();

  const app = await launchApp({ dataDir, profile: 'demo', env: { CC_CITY: 'no-such-city' } });
  const { page } = app;
  await expect(page.getByRole('region', { name: 'Kejadian terbuka' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('status', { name: 'Sambungan' })).toContainText('basi sejak');
  await expect(page.getByRole('alert').filter({ hasText: 'no-such-city' })).toBeVisible();
  await expect
    .poll(async () => (await renderedCounts(page))?.unitsOnMap ?? 0, { timeout: 30_000 })
    .toBeGreaterThan(0);
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { expect, test } from '@playwright/test';
import { WALL_SCENES } from '@shared/ipc/place';
import type axe from 'axe-core';

import { describeRunning } from '../../src/backend/store/data-directory';
import { openRoom, type Room, waitForLink } from './support';
import { openWall, readTexts, waitForMap, wallOf } from './wall-page';

const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** Short enough for a test, long enough that a slow machine sees each scene. */
const DWELL_MS = 3_000;
const TAKE_OVER_MS = 6_000;
const dwellMs = {
  'peta-langsung': DWELL_MS,
  'status-unit': DWELL_MS,
  'aduan-kecamatan': DWELL_MS,
};

const postCritical = async (room: Room): Promise<string> => {
  const reply = await room.post('/incidents', {
    categoryCode: 'KBK',
    priority: 'P1',
    lngLat: [106.0037, -5.9595],
  });
  expect(reply.status).toBe(202);
  return String(reply.body['id']);
};

test('the scenes of a wall take turns', async () => {
  const room = await openRoom();
  await openWall(room.page, null, { dwellMs });
  for (const scene of [...WALL_SCENES, WALL_SCENES[0]]) {
    await expect
      .poll(async () => (await wallOf(room.page))?.scene, { timeout: 3 * DWELL_MS })
      .toBe(scene);
  }
  await room.close();
});

test('a new P1 takes the map of a wall that shows something else, and gives it back', async () => {
  const room = await openRoom();
  const { page } = room;
  const before = await postCritical(room);
  await openWall(page, 'status-unit', { takeOverMs: TAKE_OVER_MS });
  // What was open before is no news.
  await expect(page.getByRole('heading', { name: 'Papan kejadian' })).toBeVisible();
  expect(await wallOf(page)).toEqual({ scene: 'status-unit', takeOver: null });

  const id = await postCritical(room);
  expect(id).not.toBe(before);
  await expect
    .poll(() => wallOf(page), { timeout: 3_000 })
    .toEqual({ scene: 'peta-langsung', takeOver: id });
  const alert = page.getByRole('alert', { name: 'P1 BARU' });
  await expect(alert).toContainText('Kebakaran');
  await expect(alert).toContainText('Gerem');

  await expect
    .poll(() => wallOf(page), { timeout: TAKE_OVER_MS + 4_000 })
    .toEqual({ scene: 'status-unit', takeOver: null });
  await expect(page.getByRole('heading', { name: 'Papan kejadian' })).toBeVisible();
  await room.close();
});

test('a P1 that is closed ends its take-over at once', async () => {
  const room = await openRoom();
  await openWall(room.page, 'status-unit', { takeOverMs: 60_000 });
  const id = await postCritical(room);
  await expect.poll(async () => (await wallOf(room.page))?.takeOver).toBe(id);
  const ended = await room.post(`/incidents/${id}/transitions`, { to: 'cancelled' });
  expect(ended.status).toBe(202);
  await expect
    .poll(() => wallOf(room.page), { timeout: 3_000 })
    .toEqual({ scene: 'status-unit', takeOver: null });
  await room.close();
});

test('a wall withholds what a sensitive incident is', async () => {
  const room = await openRoom();
  await openWall(room.page, 'peta-langsung');
  await room.post('/incidents', { categoryCode: 'MED', priority: 'P1', lngLat: [106.05, -6.01] });
  await expect(room.page.getByText('kategori dirahasiakan').first()).toBeVisible();
  await expect(room.page.getByText('Darurat medis')).toHaveCount(0);
  await room.close();
});

test('a wall whose line is down is hatched and says since when, until it is back', async () => {
  const room = await openRoom();
  const { page } = room;
  await openWall(page, 'status-unit');
  const running = await describeRunning(room.dataDir);
  if (running === null) throw new Error('no backend holds the data directory');
  process.kill(running.pid, 'SIGKILL');

  await waitForLink(page, 'stale', 5_000);
  await expect(page.getByTestId('stale-hatch').first()).toBeAttached();
  await expect(page.getByRole('alert')).toContainText(/Data basi sejak \d\d:\d\d:\d\d/);

  await waitForLink(page, 'live', 20_000);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await room.close();
});

for (const size of ['1920x1080', '3840x2160', '1080x1920'] as const) {
  test(`every text of every scene can be read across the room at ${size}`, async () => {
    const room = await openRoom({ profile: 'demo', size });
    const { page } = room;
    for (const light of ['night', 'day'] as const) {
      for (const scene of WALL_SCENES) {
        await openWall(page, scene, { light });
        await waitForMap(page);
        const texts = await readTexts(page);
        expect(texts.length).toBeGreaterThan(10);
        expect(texts.filter(({ share }) => share < 0.016)).toEqual([]);
        expect(texts.filter(({ contrast }) => contrast < 7)).toEqual([]);
        const overflow = await page.evaluate(() => {
          const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
          return { x: scrollWidth - clientWidth, y: scrollHeight - clientHeight };
        });
        expect(overflow).toEqual({ x: 0, y: 0 });
      }
    }
    await room.close();
  });
}

test('the scenes have no serious accessibility finding', async () => {
  const room = await openRoom({ profile: 'demo' });
  const { page } = room;
  // Through the debugger, because the page's policy rightly refuses a script from outside.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axeSource });
  for (const scene of WALL_SCENES) {
    await openWall(page, scene);
    const findings = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    });
    expect(findings).toEqual([]);
  }
  await room.close();
});

import { expect, test } from '@playwright/test';

import { openRoom, type Room, renderedCounts } from './support';

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
});
test.afterAll(async () => {
  await room.close();
});

test('an incident posted over HTTP is in the queue, on the map and in the ticker within 2 s', async () => {
  const { page } = room;
  const before = await renderedCounts(page);
  expect(before?.incidentsOnMap).toBe(0);

  const reply = await room.post('/incidents', {
    categoryCode: 'KBK',
    priority: 'P1',
    lngLat: [106.0037, -5.9595],
  });
  expect(reply.status).toBe(202);
  const deadline = { timeout: 2_000 };

  const queue = page.getByRole('region', { name: 'Kejadian terbuka' });
  await expect(queue.getByText('Kebakaran')).toBeVisible(deadline);
  await expect(queue.getByText('Gerem', { exact: false })).toBeVisible();
  await expect(
    page.getByRole('contentinfo').getByText('Kebakaran', { exact: false }),
  ).toBeVisible();
  await expect.poll(async () => (await renderedCounts(page))?.incidentsOnMap, deadline).toBe(1);
});

test('selecting an incident in the queue opens its milestones and its timeline', async () => {
  const { page } = room;
  await page.getByRole('region', { name: 'Kejadian terbuka' }).getByText('Kebakaran').click();
  const detail = page.getByRole('complementary', { name: 'Rincian' });
  await expect(detail.getByText('112-', { exact: false }).first()).toBeVisible();
  await expect(detail.getByText('Tahapan')).toBeVisible();
  await expect(detail.getByText('Kel. Gerem', { exact: false })).toBeVisible();
});

test('a unit sent to it shows in the detail, on the board and on the map', async () => {
  const { page } = room;
  const opened = await room.post('/incidents', {
    categoryCode: 'MED',
    lngLat: [106.0661, -6.0023],
  });
  const dispatched = await room.post(`/incidents/${String(opened.body['id'])}/assignments`, {
    unitIds: ['PSC-01'],
  });
  expect(dispatched.status).toBe(202);
  const position = await room.post('/positions', {
    positions: [
      {
        unitId: 'PSC-01',
        lngLat: [106.05, -6.01],
        headingDeg: 90,
        speedMps: 12,
        observedAt: new Date().toISOString(),
      },
    ],
  });
  expect(position.body).toMatchObject({ accepted: 1, rejected: [] });

  const board = page.getByRole('region', { name: 'Unit' });
  await expect(board.getByText('PSC-01')).toBeVisible();
  await expect(board.getByText('Ditugaskan').first()).toBeVisible();
  await expect.poll(async () => (await renderedCounts(page))?.unitsOnMap).toBeGreaterThanOrEqual(1);
});

test('a refused step changes nothing and says what would be allowed', async () => {
  const opened = await room.post('/incidents', { categoryCode: 'PHN' });
  const refused = await room.post(`/incidents/${String(opened.body['id'])}/transitions`, {
    to: 'closed',
  });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'invalid_transition' });
});

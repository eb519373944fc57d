import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { seriousFindings } from './axe-findings';
import { type OurWindow, openRoom, type Room, waitForLink } from './support';

// One room and one story: each test stands on what the former ones recorded.
test.describe.configure({ mode: 'serial' });

let room: Room;
test.beforeAll(async () => {
  room = await openRoom();
  await room.page.getByRole('link', { name: 'KPI' }).click();
  await room.page.getByText('Hari ini', { exact: true }).click();
});
test.afterAll(async () => {
  await room.close();
});

/** The report of a running period follows the stream every few seconds. */
const REPORT_LIMIT = { timeout: 30_000 };
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const tile = (name: string) => room.page.getByRole('region', { name, exact: true });

test('an empty day says what will appear', async () => {
  await expect(room.page.getByText('Belum ada catatan dalam periode ini')).toBeVisible(
    REPORT_LIMIT,
  );
});

test('the figures move when an incident is opened, and when its unit is on scene', async () => {
  const opened = await room.post('/incidents', {
    categoryCode: 'MED',
    lngLat: [106.0661, -6.0023],
    callReceivedAt: minutesAgo(8),
  });
  expect(opened.status).toBe(202);
  await expect(tile('Kejadian').getByRole('button', { name: 'Kejadian: 1' })).toBeVisible(
    REPORT_LIMIT,
  );
  await expect(tile('Tiba ≤ 15 menit')).toContainText('—');

  await room.post(`/incidents/${String(opened.body['id'])}/assignments`, { unitIds: ['PSC-01'] });
  const arrived = await room.post('/units/PSC-01/status', { statusCode: 'LOKASI' });
  expect(arrived.status).toBe(202);
  await expect(tile('Tiba ≤ 15 menit')).toContainText('100 %', REPORT_LIMIT);
  await expect(tile('Tiba ≤ 15 menit')).toContainText('n 1 · n kecil');
});

test('a figure opens its definition, and gives the focus back', async () => {
  const { page } = room;
  const figure = page.getByRole('button', { name: 'Tiba ≤ 15 menit: 100 %' });
  await figure.focus();
  await page.keyboard.press('Enter');
  const definition = page.getByRole('dialog', { name: 'Definisi' });
  await expect(definition).toContainText('SPM, Permendagri 114/2018');
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await expect(figure).toBeFocused();
});

test('the export is a CSV file with the same figures', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'command-center-csv-'));
  const file = join(folder, 'kpi.csv');
  // Instead of the dialog in which a user says where.
  const saved = room.app.app.evaluate(
    ({ session }, path) =>
      new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(path);
          item.once('done', (_done, state) => resolve(state));
        });
      }),
    file,
  );
  await room.page.getByRole('button', { name: 'Ekspor angka periode ini ke CSV' }).click();
  expect(await saved).toBe('completed');
  const lines = (await readFile(file, 'utf8')).split('\r\n');
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.some((line) => line.includes('Kejadian'))).toBe(true);
  await rm(folder, { recursive: true });
});

for (const theme of ['dark', 'light'] as const) {
  test(`there is no serious accessibility finding in the ${theme} theme`, async () => {
    const { page } = room;
    await page.evaluate(
      (wanted) =>
        (globalThis as unknown as OurWindow).commandCenter.changeSettings({ theme: wanted }),
      theme,
    );
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(page.getByRole('slider').first()).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tabel: Kejadian per jam' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Tabel: Kejadian per jam' }).click();
  });
}

test('a deep link with its period survives a reload', async () => {
  const { page } = room;
  await page.getByText('30 hari', { exact: true }).click();
  await page.reload();
  await waitForLink(page, 'live');
  expect(new URL(page.url()).pathname).toBe('/kpi');
  await expect(page.getByRole('radio', { name: '30 hari' })).toBeChecked();
  await expect(tile('Kejadian')).toContainText('1', REPORT_LIMIT);
});

import { rm } from 'node:fs/promises';

import { expect, type Page, test } from '@playwright/test';

import { type LaunchedApp, launchApp } from '../../scripts/electron/launch';
import { newDataDir, waitForLink } from './support';

let dataDir: string;
let running: LaunchedApp;

test.beforeEach(async () => {
  dataDir = await newDataDir();
});
test.afterEach(async () => {
  await running.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function launch(env: Record<string, string> = {}): Promise<Page> {
  running = await launchApp({ dataDir, profile: 'empty', port: 0, size: '1366x768', env });
  await waitForLink(running.page, 'live');
  return running.page;
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

test('a start option opens a workspace, which is opened again at the next start', async () => {
  const page = await launch({ CC_WORKSPACE: 'kpi' });
  expect(pathOf(page)).toBe('/kpi');
  await expect(page.getByRole('link', { name: 'KPI' })).toHaveAttribute('aria-current', 'page');

  await running.close();
  expect(pathOf(await launch())).toBe('/kpi');
});

test('workspaces change within the window, on the same connection, and the history leads back', async () => {
  const page = await launch();
  expect(pathOf(page)).toBe('/operasi');
  const connections: string[] = [];
  page.on('websocket', (socket) => connections.push(socket.url()));

  await page.getByRole('link', { name: 'KPI' }).click();
  await expect.poll(() => pathOf(page)).toBe('/kpi');
  await page.goBack();
  await expect.poll(() => pathOf(page)).toBe('/operasi');
  await expect(page.getByRole('region', { name: 'Kejadian terbuka' })).toBeVisible();
  await waitForLink(page, 'live');
  expect(connections).toEqual([]);
});

test('a path that leads nowhere leads to the workspace last chosen, and leaves no trace', async () => {
  const page = await launch({ CC_WORKSPACE: 'kpi' });
  // A live link says nothing of what is drawn: a workspace is remembered once it is on screen.
  await expect(page.getByRole('link', { name: 'KPI' })).toHaveAttribute('aria-current', 'page');
  const entries = await page.evaluate(() => {
    history.replaceState(null, '', '/peta/nowhere');
    return history.length;
  });
  await expect.poll(() => pathOf(page)).toBe('/kpi');
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

import type { Page } from '@playwright/test';

import type { SettingsChange } from '../../src/shared/ipc/bridge';
import type { LaunchedApp } from '../electron/launch';
import type { Scene } from './scene';

const light: SettingsChange = { theme: 'light', language: 'id' };
const dark: SettingsChange = { theme: 'dark', language: 'id' };
const english: SettingsChange = { theme: 'light', language: 'en' };

const REPORT_LIMIT_MS = 60_000;

/** The KPI workspace at a period, its figures painted. */
const kpi =
  (search: string, then?: (page: Page) => Promise<void>) =>
  async ({ page }: LaunchedApp): Promise<void> => {
    await page.evaluate((path) => history.pushState(null, '', path), `/kpi${search}`);
    await page.waitForFunction(
      () => performance.getEntriesByName('kpi.painted').length > 0,
      undefined,
      { timeout: REPORT_LIMIT_MS },
    );
    await then?.(page);
    await page.waitForTimeout(500);
  };

/** What is under the first screenful. */
const scrolledDown = kpi('?periode=90h', async (page) => {
  await page.getByRole('region', { name: /per jam$/ }).scrollIntoViewIfNeeded();
});

const refuseReports = async ({ page }: LaunchedApp): Promise<void> => {
  await page.route('**/api/v1/kpi?*', (route) => route.abort());
  await page.evaluate(() => history.pushState(null, '', '/kpi?periode=90h'));
  await page.getByRole('main').getByRole('alert').waitFor({ timeout: REPORT_LIMIT_MS });
};

export const kpiScenes: readonly Scene[] = [
  { name: 'kpi-terang', profile: 'demo', settings: light, arrange: kpi('?periode=90h') },
  { name: 'kpi-terang-bawah', profile: 'demo', settings: light, arrange: scrolledDown },
  { name: 'kpi-gelap', profile: 'demo', settings: dark, arrange: kpi('?periode=90h') },
  { name: 'kpi-hari-ini', profile: 'demo', settings: light, arrange: kpi('?periode=hari-ini') },
  { name: 'kpi-english', profile: 'demo', settings: english, arrange: kpi('?periode=30h') },
  {
    name: 'kpi-1366x768',
    profile: 'demo',
    size: '1366x768',
    settings: light,
    arrange: kpi('?periode=30h'),
  },
  {
    name: 'kpi-3840x2160',
    profile: 'demo',
    size: '3840x2160',
    settings: light,
    arrange: kpi('?periode=90h'),
  },
  {
    name: 'kpi-definisi',
    profile: 'demo',
    settings: light,
    arrange: kpi('?periode=30h', (page) =>
      page
        .getByRole('button', { name: /^Tiba ≤ 15 menit:/ })
        .first()
        .click(),
    ),
  },
  { name: 'kpi-kosong', profile: 'empty', settings: light, arrange: kpi('?periode=hari-ini') },
  { name: 'kpi-gagal', profile: 'demo', settings: light, arrange: refuseReports },
];

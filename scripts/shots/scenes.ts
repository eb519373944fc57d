import type { SettingsChange } from '../../src/shared/ipc/bridge';
import type { LaunchedApp } from '../electron/launch';
import { kpiScenes } from './kpi-scenes';
import { postMany } from './post-incidents';
import { type Scene, settle, signalBackend } from './scene';
import { wallScenes } from './wall-scenes';

const dark: SettingsChange = { theme: 'dark', language: 'id' };
const light: SettingsChange = { theme: 'light', language: 'id' };
const english: SettingsChange = { theme: 'dark', language: 'en' };

const selectFirstIncident = async (launched: LaunchedApp): Promise<void> => {
  await settle(launched);
  await launched.page.keyboard.press('j');
  await launched.page.keyboard.press('Enter');
  await launched.page.waitForTimeout(1_500);
};

export const scenes: readonly Scene[] = [
  // First, because only the first demo start fills the history.
  {
    name: 'mengisi-riwayat',
    profile: 'demo',
    waitsForPicture: false,
    arrange: async ({ page }) => {
      await page.waitForTimeout(4_000);
    },
  },
  { name: 'operasi-gelap', profile: 'demo', settings: dark, arrange: selectFirstIncident },
  { name: 'operasi-terang', profile: 'demo', settings: light, arrange: selectFirstIncident },
  { name: 'operasi-english', profile: 'demo', settings: english, arrange: selectFirstIncident },
  { name: 'operasi-ikhtisar', profile: 'demo', settings: dark, arrange: settle },
  {
    name: 'operasi-1366x768',
    profile: 'demo',
    size: '1366x768',
    settings: dark,
    arrange: selectFirstIncident,
  },
  {
    name: 'operasi-3840x2160',
    profile: 'demo',
    size: '3840x2160',
    settings: dark,
    arrange: selectFirstIncident,
  },
  {
    name: 'unit-terpilih',
    profile: 'demo',
    settings: dark,
    arrange: async (launched) => {
      await settle(launched);
      await launched.page
        .getByRole('region', { name: 'Unit', exact: true })
        .getByText('PSC-01')
        .click();
      await launched.page.waitForTimeout(1_000);
    },
  },
  { name: 'kosong', profile: 'empty', settings: dark },
  {
    name: 'gagal-mulai',
    profile: 'empty',
    env: { CC_CITY: 'no-such-city' },
    waitsForPicture: false,
    arrange: ({ page }) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'luapan-200-kejadian',
    profile: 'empty',
    settings: dark,
    arrange: async (launched) => {
      await postMany(launched, 200);
      await launched.page.waitForTimeout(3_000);
    },
  },
  {
    name: 'basi',
    profile: 'demo',
    settings: dark,
    arrange: async (launched) => {
      await settle(launched);
      await signalBackend(launched, 'SIGSTOP');
      await launched.page.waitForTimeout(6_000);
    },
    tidy: (launched) => signalBackend(launched, 'SIGCONT'),
  },
  ...kpiScenes,
  ...wallScenes,
];

import { rm } from 'node:fs/promises';

import { expect, type Page, test } from '@playwright/test';

import { type LaunchedApp, launchApp } from '../../scripts/electron/launch';
import { letIn } from '../../scripts/electron/let-in';
import { waitForPicture } from '../../scripts/electron/picture';
import { signInOverHttp } from './access-support';
import { seriousFindings } from './axe-findings';
import { newDataDir, type OurWindow, openRoom, waitForLink } from './support';

const ADMIN = { username: 'admin.contoh', password: 'gerimis lonceng perahu 47' };
const PASSWORD = 'payung senter jembatan ungu';
/** From the command's answer to the screen. */
const REVOKED_WITHIN_MS = 2_000;

const pathOf = (page: Page): string => new URL(page.url()).pathname;

async function createAccount(page: Page, name: string, username: string, role: string) {
  await page.getByRole('button', { name: 'Akun baru' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama', { exact: true }).fill(name);
  await dialog.getByLabel('Nama pengguna').fill(username);
  await dialog.getByRole('combobox', { name: 'Peran' }).click();
  await page.getByRole('option', { name: role }).click();
  await dialog.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Buat akun' }).click();
  await expect(page.getByRole('rowheader', { name })).toBeVisible();
}

async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Nama pengguna').fill(username);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await expect(page.getByRole('button', { name: /^Akun:/ })).toBeVisible({ timeout: 20_000 });
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Akun:/ }).click();
  await page.getByRole('menuitem', { name: 'Keluar' }).click();
  await expect(page.getByRole('status')).toContainText('Anda telah keluar');
}

test('a new server makes its first admin, and from then on everybody has what their role may do', async () => {
  test.setTimeout(300_000);
  const dataDir = await newDataDir();
  const launch = (): Promise<LaunchedApp> =>
    launchApp({ dataDir, profile: 'empty', port: 0, size: '1920x1080' });
  let app = await launch();
  let { page } = app;

  await expect(page.getByRole('heading', { name: 'Akun admin pertama' })).toBeVisible({
    timeout: 90_000,
  });
  expect(await seriousFindings(page)).toEqual([]);
  await letIn(page, 30_000);
  await waitForLink(page, 'live');
  await page.getByRole('link', { name: 'Admin' }).click();
  await createAccount(page, 'Operator Contoh', 'operator.contoh', 'Operator');
  await createAccount(page, 'Pimpinan Contoh', 'pimpinan.contoh', 'Pimpinan');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Jejak audit' }).click();
  await page.getByRole('button', { name: 'Periksa rantai' }).click();
  await expect(page.getByText(/^Utuh:/)).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await signOut(page);
  expect(await seriousFindings(page)).toEqual([]);

  // The operator: no administration, no export, and a session that outlives a reload.
  await signIn(page, 'operator.contoh', PASSWORD);
  await waitForLink(page, 'live');
  await expect(page.getByRole('link', { name: 'Admin' })).toHaveCount(0);
  await page.reload();
  await waitForLink(page, 'live');
  await page.getByRole('link', { name: 'KPI' }).click();
  const exportButton = page.getByRole('button', { name: 'Ekspor angka periode ini ke CSV' });
  await expect(exportButton).toHaveAttribute('aria-disabled', 'true');
  await expect(exportButton).toHaveAccessibleDescription(/supervisor/i);
  await page.goto('app://command-center/admin');
  await expect(page.getByText('Admin bukan untuk peran ini')).toBeVisible();
  await page.getByRole('button', { name: 'Buka Operasi' }).click();
  await expect.poll(() => pathOf(page)).toBe('/operasi');
  await waitForLink(page, 'live');

  // Disabled elsewhere: the screen shuts, and says why.
  const admin = await signInOverHttp(page, ADMIN);
  const { users } = (await admin.get('/users')) as { users: { id: string; username: string }[] };
  const operator = users.find(({ username }) => username === 'operator.contoh');
  await waitForPicture(page, 60_000);
  await admin.send('PATCH', `/users/${operator?.id ?? ''}`, { isDisabled: true });
  const startedMs = Date.now();
  // Polled often: an assertion of the page itself looks only once a second by then.
  await page.waitForFunction(
    () => (globalThis as unknown as OurWindow).commandCenterDiagnostics.gate() === 'sign_in',
    undefined,
    { polling: 20, timeout: 5_000 },
  );
  expect(Date.now() - startedMs).toBeLessThan(REVOKED_WITHIN_MS);
  await expect(page.getByRole('status')).toContainText('Akun dinonaktifkan');
  await expect(page.getByRole('region', { name: 'Kejadian terbuka' })).toHaveCount(0);

  // The Walikota's office begins with the figures.
  await signIn(page, 'pimpinan.contoh', PASSWORD);
  await expect.poll(() => pathOf(page)).toBe('/kpi');
  await expect(page.getByRole('link', { name: 'Operasi' })).toHaveCount(0);
  await signOut(page);

  // After a restart nobody is signed in, and nobody's picture shows.
  await app.close();
  app = await launch();
  ({ page } = app);
  await expect(page.getByRole('heading', { name: 'Masuk' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('region', { name: 'Kejadian terbuka' })).toHaveCount(0);

  // A wall: its code, a supervisor's word, and then nothing but the wall.
  await page.goto('app://command-center/daftar-layar');
  const code = page.getByRole('status', { name: 'Kode pendaftaran' });
  await expect(code).toHaveText(/^[A-Z0-9]{6}$/, { timeout: 30_000 });
  expect(await seriousFindings(page)).toEqual([]);
  const again = await signInOverHttp(page, ADMIN);
  await again.send('POST', `/displays/enrolments/${await code.innerText()}/approve`, {
    name: 'Lobi Contoh',
    displayClass: 'room',
  });
  await expect.poll(() => pathOf(page), { timeout: 10_000 }).toBe('/dinding');
  await waitForLink(page, 'live');
  const displays = (await again.get('/displays')) as { displays: { id: string }[] };
  await again.send('DELETE', `/displays/${displays.displays[0]?.id ?? ''}`);
  await expect(page.getByRole('heading', { name: 'Layar ini belum terdaftar' })).toBeVisible({
    timeout: 5_000,
  });
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('the demo lets a newcomer look through the eyes of each role, and says so', async () => {
  test.setTimeout(240_000);
  const room = await openRoom({ profile: 'demo' });
  const { page } = room;
  const lookAs = async (role: string): Promise<void> => {
    await page.getByRole('button', { name: /^Akun:/ }).click();
    await page.getByRole('menuitemradio', { name: role, exact: true }).click();
  };
  await lookAs('Pimpinan');
  await expect.poll(() => pathOf(page)).toBe('/kpi');
  await expect(page.getByRole('button', { name: /^Akun: Melihat sebagai Pimpinan/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Operasi' })).toHaveCount(0);
  await lookAs('Admin');
  await page.getByRole('link', { name: 'Admin' }).click();
  await expect(page.getByRole('region', { name: 'Pengguna' }).first()).toBeVisible();
  await page.getByRole('button', { name: /^Akun:/ }).click();
  await page.getByRole('menuitem', { name: /^Kembali/ }).click();
  await expect(page.getByRole('button', { name: /^Akun: Jendela komputer ini/ })).toBeVisible();
  await room.close();
});

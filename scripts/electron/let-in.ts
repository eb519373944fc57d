import type { Page } from '@playwright/test';

import type { Diagnostics } from '../../src/renderer/app/diagnostics';

type OurWindow = { commandCenterDiagnostics?: Diagnostics };

/** The admin whom tools and tests make of themselves on a server without accounts. */
const ADMIN = {
  name: 'Admin Contoh',
  username: 'admin.contoh',
  password: 'gerimis lonceng perahu 47',
};

/** Where a server asks who sits there, sign in as its admin; the first time, make that account. */
export async function letIn(page: Page, timeoutMs: number): Promise<void> {
  const gate = await page.waitForFunction(
    () => {
      const now = (globalThis as OurWindow).commandCenterDiagnostics?.gate();
      return now === undefined || now === 'asking' ? null : now;
    },
    undefined,
    { timeout: timeoutMs, polling: 50 },
  );
  const kind = await gate.jsonValue();
  if (kind !== 'first_admin' && kind !== 'sign_in') return;
  const isFirst = kind === 'first_admin';
  if (isFirst) await page.locator('input[autocomplete="name"]').fill(ADMIN.name);
  await page.locator('input[autocomplete="username"]').fill(ADMIN.username);
  const password = isFirst ? 'new-password' : 'current-password';
  await page.locator(`input[autocomplete="${password}"]`).fill(ADMIN.password);
  await page.locator('button[type="submit"]').click();
  await page.waitForFunction(
    () => (globalThis as OurWindow).commandCenterDiagnostics?.gate() === 'open',
    undefined,
    { timeout: timeoutMs, polling: 50 },
  );
}

import { expect, test } from '@playwright/test';

import { openRoom, waitForLink } from './support';

test('no request leaves for any other host, and a page cannot make one', async () => {
  const room = await openRoom({ profile: 'demo' });
  const { page, app } = room;
  await app.app.evaluate(({ session }) => {
    const seen: string[] = [];
    (globalThis as unknown as { seenUrls: string[] }).seenUrls = seen;
    session.defaultSession.webRequest.onSendHeaders((details) => seen.push(details.url));
  });
  await page.reload();
  await waitForLink(page, 'live');
  await page.waitForTimeout(3_000);
  const urls = await app.app.evaluate(
    () => (globalThis as unknown as { seenUrls: string[] }).seenUrls,
  );
  expect(urls.length).toBeGreaterThan(3);
  const hosts = new Set(
    urls.map((url) => new URL(url)).map((url) => `${url.protocol}//${url.hostname}`),
  );
  for (const host of hosts) {
    expect([
      'app://command-center',
      'http://127.0.0.1',
      'ws://127.0.0.1',
      'data://',
      'data:',
      'blob://',
      'blob:',
    ]).toContain(host);
  }

  const escaped = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => true,
      () => false,
    ),
  );
  expect(escaped).toBe(false);
  await room.close();
});

test('the page has neither Node nor Electron, cannot navigate, and cannot evaluate text', async () => {
  const room = await openRoom();
  const { page } = room;
  const globals = await page.evaluate(() => ({
    process: typeof (globalThis as Record<string, unknown>)['process'],
    require: typeof (globalThis as Record<string, unknown>)['require'],
    bridge: Object.keys((globalThis as unknown as { commandCenter: object }).commandCenter).sort(),
  }));
  expect(globals.process).toBe('undefined');
  expect(globals.require).toBe('undefined');
  expect(globals.bridge).toEqual([
    'changeSettings',
    'getAppInfo',
    'getBackend',
    'getSettings',
    'onBackendChanged',
    'onSettingsChanged',
    'openWall',
    'reportFault',
  ]);

  const address = page.url();
  await page.evaluate(() => {
    globalThis.open('https://example.com/');
    location.href = 'https://example.com/';
  });
  await page.waitForTimeout(500);
  expect(page.url()).toBe(address);
  expect(room.app.app.windows()).toHaveLength(1);

  const violation = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          resolve(event.violatedDirective);
        });
        const script = document.createElement('script');
        script.textContent = 'globalThis.evaluated = true';
        document.head.append(script);
      }),
  );
  expect(violation).toContain('script-src');
  await room.close();
});

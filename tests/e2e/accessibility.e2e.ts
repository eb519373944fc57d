import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { expect, test } from '@playwright/test';
import type axe from 'axe-core';

import { openRoom } from './support';

const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

for (const theme of ['dark', 'light'] as const) {
  test(`Operasi has no serious accessibility finding in the ${theme} theme`, async () => {
    const room = await openRoom({ profile: 'demo' });
    const { page } = room;
    await page.evaluate(
      (wanted) =>
        (globalThis as unknown as import('./support').OurWindow).commandCenter.changeSettings({
          theme: wanted,
          language: 'id',
        }),
      theme,
    );
    await page.reload();
    await expect(page.getByRole('region', { name: 'Kejadian terbuka' })).toBeVisible();
    // Through the debugger, because the page's policy rightly refuses a script from outside.
    const session = await room.page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axeSource });
    const findings = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
      return violations
        .filter((finding) => finding.impact === 'serious' || finding.impact === 'critical')
        .map(
          (finding) =>
            `${finding.id}: ${finding.nodes
              .map((node) => node.html)
              .slice(0, 3)
              .join(' | ')}`,
        );
    });
    expect(findings).toEqual([]);
    await room.close();
  });
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const axeSource = await readFile(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** The serious and critical accessibility findings of a page, each with the elements it is about. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Through the debugger, because the page's policy rightly refuses a script from outside.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axeSource });
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document);
    return violations
      .filter((finding) => finding.impact === 'serious' || finding.impact === 'critical')
      .map(({ id, nodes }) => {
        const elements = nodes.map((node) => node.html).slice(0, 3);
        return `${id}: ${elements.join(' | ')}`;
      });
  });
}

import { expect, test } from '@playwright/test';

import { seriousFindings } from './axe-findings';
import { openRoom } from './support';

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
    expect(await seriousFindings(page)).toEqual([]);
    await room.close();
  });
}

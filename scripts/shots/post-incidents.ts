import type { Page } from '@playwright/test';

import type { CommandCenterBridge } from '../../src/shared/ipc/bridge';

const CATEGORIES = ['KBK', 'LAK', 'MED', 'KRM', 'BJR', 'IND', 'PHN', 'HWN'] as const;
const PRIORITIES = ['P1', 'P2', 'P2', 'P3', 'P3', 'P3', 'P4'] as const;

/** Posts `count` incidents on a regular grid over the city, through the intake like any other source. */
export async function postMany(page: Page, count: number): Promise<void> {
  const backend = await page.evaluate(() =>
    (globalThis as unknown as { commandCenter: CommandCenterBridge }).commandCenter.getBackend(),
  );
  if (backend.kind !== 'ready') throw new Error(`the backend is ${backend.kind}`);
  for (let index = 0; index < count; index += 1) {
    const reply = await fetch(`${backend.url}/api/v1/incidents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${backend.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        categoryCode: CATEGORIES[index % CATEGORIES.length],
        priority: PRIORITIES[index % PRIORITIES.length],
        lngLat: [105.96 + (index % 20) * 0.006, -6.05 + Math.floor(index / 20) * 0.0075],
      }),
    });
    if (!reply.ok) throw new Error(`incident ${String(index)} refused: ${await reply.text()}`);
  }
}

import type { CommandCenterBridge } from '../../src/shared/ipc/bridge';
import { integrationToken } from '../electron/integration-token';
import type { LaunchedApp } from '../electron/launch';

const CATEGORIES = ['KBK', 'LAK', 'MED', 'KRM', 'BJR', 'IND', 'PHN', 'HWN'] as const;
const PRIORITIES = ['P1', 'P2', 'P2', 'P3', 'P3', 'P3', 'P4'] as const;

/** Posts `count` incidents on a regular grid over the city, through the intake like any other source. */
export async function postMany(launched: LaunchedApp, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await post(launched, {
      categoryCode: CATEGORIES[index % CATEGORIES.length],
      priority: PRIORITIES[index % PRIORITIES.length],
      lngLat: [105.96 + (index % 20) * 0.006, -6.05 + Math.floor(index / 20) * 0.0075],
    });
  }
}

/** Posts a P1 at the industry of Gerem. */
export async function postCritical(launched: LaunchedApp): Promise<void> {
  await post(launched, { categoryCode: 'IND', priority: 'P1', lngLat: [106.0037, -5.9595] });
}

async function post({ page, dataDir }: LaunchedApp, incident: unknown): Promise<void> {
  const backend = await page.evaluate(() =>
    (globalThis as unknown as { commandCenter: CommandCenterBridge }).commandCenter.getBackend(),
  );
  if (backend.kind !== 'ready') throw new Error(`the backend is ${backend.kind}`);
  const reply = await fetch(`${backend.url}/api/v1/incidents`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${integrationToken(dataDir)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(incident),
  });
  if (!reply.ok) throw new Error(`incident refused: ${await reply.text()}`);
}

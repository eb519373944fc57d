import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { percentile } from '@shared/domain/percentile';
import type { CommandCenterBridge } from '@shared/ipc/bridge';
import { z } from 'zod';

import { type LaunchedApp, launchApp } from '../electron/launch';
import { waitForPicture } from '../electron/picture';
import { writeTestCity } from './live/city';
import { watchPageLoad } from './live/page-load';
import { sampleAges } from './live/sample-ages';
import { startTrackers } from './live/trackers';

const START_LIMIT_MS = 120_000;
const WARM_UP_MS = 5_000;

/**
 * Age of the positions that stand on the map: N trackers report through the HTTP intake of the real
 * application, and one unit's place is read back from what the map has rendered. The last line is one JSON object.
 */
export async function run(args: string[]): Promise<void> {
  const { units, hz, seconds } = readOptions(args);
  const directory = await mkdtemp(join(tmpdir(), 'bench-live-'));
  try {
    const city = await writeTestCity(join(directory, 'city'), units);
    const dataDir = join(directory, 'data');
    const launched = await launchApp({
      dataDir,
      profile: 'empty',
      size: '1920x1080',
      env: { CC_CITY: join(directory, 'city') },
    });
    try {
      const { page } = launched;
      await waitForPicture(page, START_LIMIT_MS);
      const server = { url: await backendUrl(launched), token: await integrationToken(dataDir) };
      const trackers = startTrackers(city, server, hz);
      await page.waitForTimeout(WARM_UP_MS);
      const load = await watchPageLoad(page);
      const ages = await sampleAges(page, trackers, seconds);
      const mainThreadBusy = await load.busyShare();
      const heapMb = await load.heapMb();
      await trackers.stop();
      process.stdout.write(
        `${JSON.stringify({
          bench: 'live',
          units,
          hz,
          seconds,
          samples: ages.length,
          ageP50Ms: Math.round(percentile(ages, 0.5) ?? Number.NaN),
          ageP95Ms: Math.round(percentile(ages, 0.95) ?? Number.NaN),
          ageMaxMs: Math.max(...ages),
          mainThreadBusy: Number(mainThreadBusy.toFixed(3)),
          heapMb: Math.round(heapMb),
        })}\n`,
      );
    } finally {
      await launched.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function readOptions(args: string[]): { units: number; hz: number; seconds: number } {
  const { values } = parseArgs({
    args,
    options: {
      units: { type: 'string', default: '200' },
      hz: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '30' },
    },
  });
  const numberOf = (name: keyof typeof values): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value <= 0)
      throw new Error(`--${name} ${values[name]} is not a number above 0`);
    return value;
  };
  return { units: numberOf('units'), hz: numberOf('hz'), seconds: numberOf('seconds') };
}

async function backendUrl({ page }: LaunchedApp): Promise<string> {
  const state = await page.evaluate(() =>
    (globalThis as { commandCenter?: CommandCenterBridge }).commandCenter?.getBackend(),
  );
  if (state?.kind !== 'ready') throw new Error('the backend of the window is not ready');
  return state.url.replace(/\/$/, '');
}

async function integrationToken(dataDir: string): Promise<string> {
  const file: unknown = JSON.parse(await readFile(join(dataDir, 'access-tokens.json'), 'utf8'));
  return z.object({ integration: z.string() }).parse(file).integration;
}

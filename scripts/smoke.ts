import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { type LaunchedApp, launchApp } from './electron/launch';
import { readPicture, waitForPicture, waitForTraffic } from './electron/picture';

const USAGE = `npm run smoke -- --shot FILE.png [--data-dir DIR] [--profile demo|empty] [--timeout SECONDS]

Starts the application as npm start does, in a real window, waits until the link is live and the map
has drawn, writes the picture, and prints one JSON object as its last line.`;

const SIMULATED_STAMP = /^(DATA SIMULASI|SIMULATED DATA)$/;
/** The simulated city begins a few seconds after the first picture. */
const TRAFFIC_LIMIT_MS = 45_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      shot: { type: 'string' },
      'data-dir': { type: 'string' },
      profile: { type: 'string' },
      timeout: { type: 'string', default: '180' },
    },
  });
  if (values.shot === undefined) throw new Error(`--shot is missing.\n\n${USAGE}`);
  const shot = resolve(values.shot);
  const startedMs = performance.now();
  const launched = await launchApp({
    ...(values['data-dir'] === undefined ? {} : { dataDir: resolve(values['data-dir']) }),
    ...(values.profile === undefined ? {} : { profile: values.profile }),
    size: '1920x1080',
    // The picture it waits for is the map's, whichever workspace was chosen last.
    env: { CC_WORKSPACE: 'operations' },
  });
  try {
    console.log(
      JSON.stringify(await takePicture(launched, shot, startedMs, Number(values.timeout) * 1_000)),
    );
  } finally {
    await launched.close();
  }
}

async function takePicture(
  { app, page }: LaunchedApp,
  shot: string,
  startedMs: number,
  timeoutMs: number,
): Promise<object> {
  await waitForPicture(page, timeoutMs);
  const readyMs = Math.round(performance.now() - startedMs);
  if ((await page.getByText(SIMULATED_STAMP).count()) > 0)
    await waitForTraffic(page, TRAFFIC_LIMIT_MS);
  const picture = await readPicture(page);
  await mkdir(dirname(shot), { recursive: true });
  await page.screenshot({ path: shot });
  const electron = await app.evaluate(() => process.versions['electron']);
  return { ...picture, electron, readyMs };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

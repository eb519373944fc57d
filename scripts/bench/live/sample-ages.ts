import type { Page } from '@playwright/test';

import type { Diagnostics } from '../../../src/renderer/app/diagnostics';
import type { Trackers } from './trackers';

const SAMPLE_EVERY_MS = 100;

/**
 * Ages of the probe unit's position as it stands on the screen, one every 100 ms, in ms. Looking takes
 * about 0.7 % of the main thread (profiled at 1,000 units), which the busy share includes.
 * @throws Error when the unit was not on the map in most of the samples
 */
export async function sampleAges(
  page: Page,
  { probeUnitId, probeArea }: Trackers,
  seconds: number,
): Promise<number[]> {
  const samples = await page.evaluate(
    ({ unitId, within, everyMs, count }) =>
      new Promise<(number | null)[]>((resolve) => {
        const taken: (number | null)[] = [];
        const timer = setInterval(() => {
          const { commandCenterDiagnostics } = globalThis as {
            commandCenterDiagnostics?: Diagnostics;
          };
          const shown = commandCenterDiagnostics?.positionOnScreen(unitId, within) ?? null;
          taken.push(shown === null ? null : Date.now() - shown.observedAtMs);
          if (taken.length < count) return;
          clearInterval(timer);
          resolve(taken);
        }, everyMs);
      }),
    {
      unitId: probeUnitId,
      within: probeArea,
      everyMs: SAMPLE_EVERY_MS,
      count: Math.round((seconds * 1_000) / SAMPLE_EVERY_MS),
    },
  );
  const ages = samples.filter((age) => age !== null);
  if (ages.length < samples.length / 2) {
    throw new Error(
      `the probe unit was on the map in only ${String(ages.length)} of ${String(samples.length)} samples`,
    );
  }
  return ages;
}

import type { Page } from '@playwright/test';

import type { Diagnostics } from '../../src/renderer/app/diagnostics';
import { letIn } from './let-in';

export interface Picture {
  link: string;
  seq: number;
  /** Counted in what the map has rendered. */
  incidentsOnMap: number;
  unitsOnMap: number;
  complaintsCounted: number;
}

type OurWindow = { commandCenterDiagnostics?: Diagnostics };

/**
 * Resolves once the link is live and the map has drawn everything it was given; signs in first where that is asked
 * for. @throws on time-out, with the state reached */
export async function waitForPicture(page: Page, timeoutMs: number): Promise<void> {
  try {
    await letIn(page, timeoutMs);
    await page.waitForFunction(
      () => {
        const diagnostics = (globalThis as OurWindow).commandCenterDiagnostics;
        return diagnostics?.link() === 'live' && diagnostics.isMapIdle();
      },
      undefined,
      { timeout: timeoutMs, polling: 50 },
    );
  } catch {
    const reached = await page.evaluate(() => {
      const diagnostics = (globalThis as OurWindow).commandCenterDiagnostics;
      return diagnostics === undefined
        ? `no workspace; the page says: ${document.body.innerText.slice(0, 300)}`
        : `link ${diagnostics.link()}, map ${diagnostics.isMapIdle() ? 'idle' : 'still drawing'}`;
    });
    throw new Error(`No live picture after ${String(timeoutMs / 1_000)} s: ${reached}`);
  }
}

/** Resolves once the map shows incidents and units. @throws on time-out */
export async function waitForTraffic(page: Page, timeoutMs: number): Promise<void> {
  try {
    await page.waitForFunction(
      () => {
        const counts = (globalThis as OurWindow).commandCenterDiagnostics?.renderedCounts() ?? null;
        return counts !== null && counts.incidentsOnMap > 0 && counts.unitsOnMap > 0;
      },
      undefined,
      { timeout: timeoutMs, polling: 250 },
    );
  } catch {
    throw new Error(`The map shows no incidents or no units after ${String(timeoutMs / 1_000)} s.`);
  }
}

export async function readPicture(page: Page): Promise<Picture> {
  return page.evaluate(() => {
    const diagnostics = (globalThis as OurWindow).commandCenterDiagnostics;
    const counts = diagnostics?.renderedCounts() ?? null;
    if (diagnostics === undefined || counts === null) throw new Error('the map has gone');
    return { link: diagnostics.link(), seq: diagnostics.seq(), ...counts };
  });
}

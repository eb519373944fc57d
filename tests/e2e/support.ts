import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import type { BackendState, CommandCenterBridge } from '@shared/ipc/bridge';

import { integrationToken } from '../../scripts/electron/integration-token';
import { type LaunchedApp, launchApp } from '../../scripts/electron/launch';
import { letIn } from '../../scripts/electron/let-in';
import { waitForPicture } from '../../scripts/electron/picture';

/** Long enough for a first start of the demo city on a slow machine. */
const PICTURE_LIMIT_MS = 90_000;

/** The bridge and the diagnostics as a page of ours has them. */
export interface OurWindow {
  commandCenter: CommandCenterBridge;
  commandCenterDiagnostics: {
    gate(): string;
    link(): string;
    seq(): number;
    renderedCounts(): {
      incidentsOnMap: number;
      unitsOnMap: number;
      complaintsCounted: number;
    } | null;
  };
}

export interface Room {
  app: LaunchedApp;
  page: Page;
  dataDir: string;
  post(path: string, body: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  close(): Promise<void>;
}

/** A real window on an embedded backend in a fresh data directory, its link live. */
export async function openRoom(
  options: {
    dataDir?: string;
    profile?: 'demo' | 'empty';
    size?: string;
    env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Room> {
  const dataDir = options.dataDir ?? (await newDataDir());
  const app = await launchApp({
    dataDir,
    profile: options.profile ?? 'empty',
    port: 0,
    size: options.size ?? '1920x1080',
    ...(options.env !== undefined && { env: options.env }),
  });
  const { page } = app;
  await waitForPicture(page, PICTURE_LIMIT_MS);
  return {
    app,
    page,
    dataDir,
    post: async (path, body) => {
      const { url } = await backendOf(page);
      const token = integrationToken(dataDir);
      const reply = await fetch(`${url}/api/v1${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
    },
    close: async () => {
      await app.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function newDataDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'command-center-e2e-'));
}

export async function backendOf(page: Page): Promise<Extract<BackendState, { kind: 'ready' }>> {
  const state = await page.evaluate(() =>
    (globalThis as unknown as OurWindow).commandCenter.getBackend(),
  );
  if (state.kind !== 'ready') throw new Error(`the backend is ${state.kind}`);
  return state;
}

/** Signs in first, where the server asks who sits there. */
export async function waitForLink(page: Page, link: string, timeoutMs = 90_000): Promise<void> {
  if (link === 'live') await letIn(page, timeoutMs);
  await page.waitForFunction(
    (wanted) =>
      (globalThis as unknown as Partial<OurWindow>).commandCenterDiagnostics?.link() === wanted,
    link,
    // Not per frame: a window that nobody sees may draw none.
    { timeout: timeoutMs, polling: 100 },
  );
}

export function renderedCounts(
  page: Page,
): Promise<ReturnType<OurWindow['commandCenterDiagnostics']['renderedCounts']>> {
  return page.evaluate(() =>
    (globalThis as unknown as OurWindow).commandCenterDiagnostics.renderedCounts(),
  );
}

export function seqOf(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as OurWindow).commandCenterDiagnostics.seq());
}

import { rm } from 'node:fs/promises';

import { type DisplayBounds, type Displays, startDisplays } from '../../scripts/electron/displays';
import { type LaunchedApp, launchApp } from '../../scripts/electron/launch';
import { newDataDir } from './support';

export interface WindowFacts {
  title: string;
  path: string;
  bounds: DisplayBounds;
}

export interface WallRoom {
  displays: Displays;
  /** Start the application on these displays; the settings outlive it. */
  launch(env?: Record<string, string>): Promise<LaunchedApp>;
  quit(): Promise<void>;
  close(): Promise<void>;
}

/** A room with displays of these sizes side by side, and a data directory of its own. */
export async function openWallRoom(
  sizes: readonly { width: number; height: number }[],
): Promise<WallRoom> {
  const dataDir = await newDataDir();
  const displays = await startDisplays(sideBySide(sizes));
  let running: LaunchedApp | null = null;
  const quit = async (): Promise<void> => {
    await running?.close();
    running = null;
  };
  return {
    displays,
    launch: async (env = {}) => {
      running = await launchApp({
        dataDir,
        profile: 'empty',
        port: 0,
        size: '1200x700',
        display: displays.display,
        env,
      });
      return running;
    },
    quit,
    close: async () => {
      await quit();
      await displays.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function sideBySide(sizes: readonly { width: number; height: number }[]): DisplayBounds[] {
  let x = 0;
  return sizes.map(({ width, height }) => {
    const bounds = { x, y: 0, width, height };
    x += width;
    return bounds;
  });
}

/** The windows that can be seen, from left to right. */
export async function windowsOf({ app }: LaunchedApp): Promise<WindowFacts[]> {
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map((window) => ({
        title: window.getTitle(),
        // Empty for a moment after a window was made.
        path: window.webContents.getURL().replace('app://command-center', ''),
        bounds: window.getBounds(),
      })),
  );
  return windows.sort((a, b) => a.bounds.x - b.bounds.x);
}

/** Whether the displays are kept from sleeping. */
export function isSleepBlocked({ app }: LaunchedApp): Promise<boolean> {
  return app.evaluate(({ powerSaveBlocker }) =>
    // Its numbers are given in order from the first one on.
    [0, 1, 2, 3, 4, 5, 6, 7].some((id) => powerSaveBlocker.isStarted(id)),
  );
}

/** Press a key at the keyboard of the window on a display. */
export function pressOn(
  { app }: LaunchedApp,
  bounds: DisplayBounds | undefined,
  keyCode: string,
): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, { x, key }) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.getBounds().x === x);
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: key });
    },
    { x: bounds?.x ?? 0, key: keyCode },
  );
}

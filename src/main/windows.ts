import { join } from 'node:path';

import type { Settings } from '@shared/ipc/bridge';
import { entranceOf } from '@shared/ipc/place';
import { type BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';

import { setApplicationMenu } from './application-menu';
import { displayBesideWall, wallBeside } from './operations-place';
import { openOperationsWindow } from './operations-window';
import type { StartRequest } from './start-request';
import { createWall, type Wall } from './wall/wall';

const BACKGROUND = { dark: '#0b121a', light: '#f4f6f8' } as const;

export interface Windows {
  /** Open what a start asks for; where it says nothing, what was open last. */
  start(request: StartRequest): void;
  /** Another start, while this one runs: show the operations window, or open the wall it asks for. */
  startAgain(request: StartRequest): void;
  /** The wall beside the operations window. */
  openWall(): void;
  /** The menu in the language in force and with the displays at hand. */
  refreshMenu(): void;
  isOfWall(contents: WebContents): boolean;
  /** Whether there is something to wait for without any window: a wall whose displays are away. */
  isWaiting(): boolean;
  /** The application quits. */
  release(): void;
}

interface Options {
  userDataDir: string;
  preloadPath: string;
  /** Content size of the operations window in px; null: maximised. */
  size: { width: number; height: number } | null;
  settings: () => Settings;
  log: (text: string) => void;
}

/** The windows of this machine: at most one for operations, and those of the wall. */
export function createWindows(options: Options): Windows {
  const { preloadPath, log, settings } = options;
  let operations: BrowserWindow | null = null;
  const wall: Wall = createWall({
    planFile: join(options.userDataDir, 'wall.json'),
    preloadPath,
    backgroundColor,
    isKeyboardTaken: () => operations !== null,
    log,
    onChanged: refreshMenu,
  });
  refreshMenu();

  function backgroundColor(): string {
    const { theme } = settings();
    const isLight = theme === 'light' || (theme === 'system' && !nativeTheme.shouldUseDarkColors);
    return isLight ? BACKGROUND.light : BACKGROUND.dark;
  }

  function refreshMenu(): void {
    setApplicationMenu(settings().language, wall);
  }

  function openOperations(workspace: StartRequest['workspace']): void {
    const display = wall.isOpen() ? displayBesideWall(wall.displays()) : null;
    const window = openOperationsWindow({
      preloadPath,
      backgroundColor: backgroundColor(),
      size: options.size,
      on: display === null ? null : { x: display.bounds.x, y: display.bounds.y },
      place: entranceOf(workspace ?? settings().workspace),
      log,
    });
    window.on('closed', () => {
      operations = null;
    });
    operations = window;
  }

  return {
    start({ workspace, wall: request }) {
      if (request !== null) wall.open(request);
      else if (workspace === null && wall.isOpen()) wall.reopen();
      else wall.close();
      const isAlone = wall.isOpen() && displayBesideWall(wall.displays()) === null;
      if (!isAlone) openOperations(workspace);
    },
    startAgain({ workspace, wall: request }) {
      if (request !== null) {
        wall.open(request);
        return;
      }
      if (operations === null) {
        openOperations(workspace);
        return;
      }
      if (operations.isMinimized()) operations.restore();
      operations.focus();
    },
    openWall() {
      const own = operations === null ? null : screen.getDisplayMatching(operations.getBounds());
      wall.open(
        wallBeside(
          own?.id ?? 0,
          wall.displays().map(({ display }) => display),
        ),
      );
    },
    refreshMenu,
    isOfWall: (contents) => wall.has(contents),
    isWaiting: () => wall.isOpen(),
    release: () => wall.release(),
  };
}

import { APP_ORIGIN } from '@shared/ipc/app-origin';
import { pathOfPlace } from '@shared/ipc/place';
import { BrowserWindow, type Input, type WebContents } from 'electron';

import { reloadAfterCrash } from '../reload-after-crash';
import { webPreferencesWith } from '../web-preferences';
import { isSameRectangle, type Rectangle } from './displays';
import type { WallWindow } from './wall-windows';

/** Entering or leaving full screen takes the window system a moment; until then it may overrule new bounds. */
const FIT_SETTLE_MS = 200;
const FIT_ATTEMPTS = 4;

export interface OpenWallWindow {
  show(wanted: WallWindow): void;
  refit(wanted: WallWindow): void;
  /** Whether these contents are its own. */
  shows(contents: WebContents): boolean;
  /** Takes it away without telling `onClosed`. */
  remove(): void;
}

interface Options {
  wanted: WallWindow;
  preloadPath: string;
  backgroundColor: string;
  /** Whether it takes the keyboard; not from an operator at work. */
  takesFocus: boolean;
  log: (text: string) => void;
  /** A person asked, by Escape, Ctrl+Shift+W or the window manager. */
  onClosed: () => void;
}

/** Open one window of the wall: the whole display, no frame, no menu, tones without a click first. */
export function openWallWindow(options: Options): OpenWallWindow {
  const { wanted } = options;
  const window = new BrowserWindow({
    ...wanted.bounds,
    show: false,
    frame: false,
    kiosk: true,
    backgroundColor: options.backgroundColor,
    title: titleOf(wanted),
    webPreferences: {
      ...webPreferencesWith(options.preloadPath),
      autoplayPolicy: 'no-user-gesture-required',
    },
  });
  window.removeMenu();
  // The title names the display, whatever the page calls itself.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('before-input-event', (event, input) => {
    if (!asksToClose(input)) return;
    event.preventDefault();
    options.onClosed();
  });
  window.on('closed', options.onClosed);
  window.once('ready-to-show', () => {
    if (options.takesFocus) window.show();
    else window.showInactive();
    setTimeout(() => fit(wanted.bounds, FIT_ATTEMPTS), FIT_SETTLE_MS);
  });
  reloadAfterCrash(window, options.log);
  load(wanted);

  function load({ scene }: WallWindow): void {
    void window.loadURL(`${APP_ORIGIN}${pathOfPlace({ workspace: 'wall', scene })}`);
  }

  function fit(bounds: Rectangle, attempts: number): void {
    if (window.isDestroyed() || attempts === 0) return;
    if (window.isKiosk() && isSameRectangle(window.getBounds(), bounds)) return;
    window.setKiosk(false);
    window.setBounds(bounds);
    setTimeout(() => {
      if (window.isDestroyed()) return;
      window.setKiosk(true);
      setTimeout(() => fit(bounds, attempts - 1), FIT_SETTLE_MS);
    }, FIT_SETTLE_MS);
  }

  return {
    show: load,
    shows: (contents) => !window.isDestroyed() && window.webContents === contents,
    refit(next) {
      window.setTitle(titleOf(next));
      fit(next.bounds, FIT_ATTEMPTS);
    },
    remove() {
      window.off('closed', options.onClosed);
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

function titleOf({ number, label }: WallWindow): string {
  return `Dinding — Layar ${String(number)}${label === '' ? '' : ` (${label})`}`;
}

function asksToClose(input: Input): boolean {
  if (input.type !== 'keyDown') return false;
  const isCtrlShiftW =
    (input.control || input.meta) && input.shift && input.key.toLowerCase() === 'w';
  return input.key === 'Escape' || isCtrlShiftW;
}

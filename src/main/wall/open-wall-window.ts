import { APP_ORIGIN } from '@shared/ipc/app-origin';
import { pathOfPlace } from '@shared/ipc/place';
import { BrowserWindow, type Input } from 'electron';

import { reloadAfterCrash } from '../reload-after-crash';
import { webPreferencesWith } from '../web-preferences';
import type { WallWindow } from './wall-windows';

/** Leaving full screen takes a window manager a moment; before that it overrules the new bounds. */
const REFIT_SETTLE_MS = 200;

export interface OpenWallWindow {
  show(wanted: WallWindow): void;
  refit(wanted: WallWindow): void;
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
  });
  reloadAfterCrash(window, options.log);
  load(wanted);

  function load({ scene }: WallWindow): void {
    void window.loadURL(`${APP_ORIGIN}${pathOfPlace({ workspace: 'wall', scene })}`);
  }

  return {
    show: load,
    refit(next) {
      window.setTitle(titleOf(next));
      window.setKiosk(false);
      window.setBounds(next.bounds);
      setTimeout(() => {
        if (!window.isDestroyed()) window.setKiosk(true);
      }, REFIT_SETTLE_MS);
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

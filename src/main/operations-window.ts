import { APP_ORIGIN } from '@shared/ipc/app-origin';
import { type Place, pathOfPlace } from '@shared/ipc/place';
import { BrowserWindow } from 'electron';

import { reloadAfterCrash } from './reload-after-crash';
import { webPreferencesWith } from './web-preferences';

export interface WindowOptions {
  preloadPath: string;
  backgroundColor: string;
  /** Content size in px; null: maximised. */
  size: { width: number; height: number } | null;
  /** A point of the display to open on; null: the system's choice. */
  on: { x: number; y: number } | null;
  place: Place;
  log: (text: string) => void;
}

/** Open the operations window. It is shown once it has something to show. */
export function openOperationsWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    ...options.on,
    width: options.size?.width ?? 1600,
    height: options.size?.height ?? 900,
    minWidth: 1200,
    minHeight: 680,
    useContentSize: true,
    // A fixed size is asked for by tools that take pictures: no frame of the window manager then.
    frame: options.size === null,
    autoHideMenuBar: true,
    backgroundColor: options.backgroundColor,
    title: 'Pusat Komando 112',
    webPreferences: webPreferencesWith(options.preloadPath),
  });
  window.once('ready-to-show', () => {
    if (options.size === null) window.maximize();
    window.show();
  });
  reloadAfterCrash(window, options.log);
  void window.loadURL(`${APP_ORIGIN}${pathOfPlace(options.place)}`);
  return window;
}

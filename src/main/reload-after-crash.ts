import type { BrowserWindow } from 'electron';

import { failuresAfterExit, restartDelayMs } from './restart-policy';

/** Load a window's page again whenever its process ends on its own, or hangs; with back-off. */
export function reloadAfterCrash(window: BrowserWindow, log: (text: string) => void): void {
  let failures = 0;
  let loadedMs = performance.now();
  let retry: NodeJS.Timeout | undefined;

  window.webContents.on('render-process-gone', (_event, details) => {
    log(`window process gone: ${details.reason}\n`);
    if (details.reason === 'clean-exit') return;
    failures = failuresAfterExit(failures, performance.now() - loadedMs);
    retry = setTimeout(() => {
      loadedMs = performance.now();
      window.webContents.reload();
    }, restartDelayMs(failures));
  });
  window.on('unresponsive', () => {
    log('window does not answer; ending its process\n');
    window.webContents.forcefullyCrashRenderer();
  });
  window.on('closed', () => clearTimeout(retry));
}

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Push, type PushChannel, settingsSchema } from '@shared/ipc/bridge';
import { entranceOf } from '@shared/ipc/place';
import { app, BrowserWindow, dialog, nativeTheme } from 'electron';

import { registerAppScheme, serveAppScheme } from './app-scheme';
import { setApplicationMenu } from './application-menu';
import { startBackendProcess } from './backend-process';
import { handleInvocations } from './ipc';
import { createLogFile } from './log-file';
import { openOperationsWindow } from './operations-window';
import { lockDown } from './security';
import { readSettings, writeSettings } from './settings';
import { parseWindowSize } from './window-size';

const outDir = join(dirname(fileURLToPath(import.meta.url)), '..');
const BACKGROUND = { dark: '#0b121a', light: '#f4f6f8' } as const;

// A data directory of its own makes an instance of its own: settings, lock and browser profile live in it.
const dataDir = process.env['CC_DATA_DIR'];
if (dataDir !== undefined && dataDir !== '') app.setPath('userData', join(dataDir, 'window'));

registerAppScheme();
// A control room's computer without a usable GPU still draws its map, in software. The switch is called
// unsafe because of foreign WebGL content, and a window here only ever has ours.
app.commandLine.appendSwitch('enable-unsafe-swiftshader');
// Chromium cannot sandbox for root; there the launcher passes --no-sandbox and says so.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
lockDown();

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(run).catch(fail);
} else {
  process.stderr.write(
    'Pusat Komando 112 is already open; its window has been brought to the front.\n',
  );
  app.quit();
}

function run(): void {
  const size = parseWindowSize(process.env['CC_WINDOW_SIZE']);
  const settingsFile = join(app.getPath('userData'), 'settings.json');
  const log = createLogFile(join(app.getPath('userData'), 'logs', 'backend.log'));
  const backend = startBackendProcess({
    modulePath: join(outDir, 'backend', 'index.js'),
    env: process.env,
    log: (text) => {
      log(text);
      if (process.env['CC_VERBOSE'] !== undefined) process.stdout.write(text);
    },
  });

  serveAppScheme(join(outDir, 'renderer'));
  setApplicationMenu();
  handleInvocations({
    'backend:get': () => backend.state(),
    'settings:get': () => readSettings(settingsFile),
    'settings:change': (change) => {
      const settings = settingsSchema.parse({ ...readSettings(settingsFile), ...change });
      writeSettings(settingsFile, settings);
      sendToWindows('settings:changed', settings);
    },
    'wall:open': () => undefined,
    'app:info': () => ({ version: app.getVersion(), electron: process.versions.electron }),
    'fault:report': (fault) => {
      log(`window fault in ${fault.where}: ${fault.message}\n${fault.stack ?? ''}\n`);
    },
  });
  backend.onChanged((state) => sendToWindows('backend:changed', state));

  const { theme } = readSettings(settingsFile);
  const isLight = theme === 'light' || (theme === 'system' && !nativeTheme.shouldUseDarkColors);
  const window = openOperationsWindow({
    preloadPath: join(outDir, 'preload', 'index.cjs'),
    backgroundColor: isLight ? BACKGROUND.light : BACKGROUND.dark,
    size,
    place: entranceOf(readSettings(settingsFile).workspace),
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    log(`window process gone: ${details.reason}\n`);
    if (details.reason !== 'clean-exit') window.webContents.reload();
  });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  quitAfter(() => backend.stop());
}

function sendToWindows<C extends PushChannel>(channel: C, payload: Push<C>): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload);
}

/** Hold the quit until the work is done, so that the backend closes its database in order. */
function quitAfter(finish: () => Promise<void>): void {
  let isFinished = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (isFinished) return;
    event.preventDefault();
    void finish().finally(() => {
      isFinished = true;
      app.quit();
    });
  });
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  dialog.showErrorBox('Pusat Komando 112', message);
  app.exit(1);
}

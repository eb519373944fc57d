import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { type Push, type PushChannel, settingsSchema } from '@shared/ipc/bridge';
import { app, BrowserWindow, dialog } from 'electron';

import { registerAppScheme, serveAppScheme } from './app-scheme';
import { startBackendProcess } from './backend-process';
import { handleInvocations } from './ipc';
import { createLogFile } from './log-file';
import { lockDown } from './security';
import { readSettings, writeSettings } from './settings';
import {
  readStartRequest,
  type StartRequest,
  startVariables,
  startVariablesSchema,
} from './start-request';
import { stateFor } from './state-for';
import { parseWindowSize } from './window-size';
import { createWindows } from './windows';

const outDir = join(dirname(fileURLToPath(import.meta.url)), '..');
const EXIT_WRONG_OPTION = 2;

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

const startRequest = readRequestOrQuit();
// Strings only, as they are: the instance that is open parses them once more.
if (app.requestSingleInstanceLock(startVariables(process.env))) {
  void app
    .whenReady()
    .then(() => run(startRequest))
    .catch(fail);
} else {
  process.stderr.write(
    'Pusat Komando 112 is already open; its window has been brought to the front.\n',
  );
  app.quit();
}

function run(request: StartRequest): void {
  const userDataDir = app.getPath('userData');
  const settingsFile = join(userDataDir, 'settings.json');
  const log = createLogFile(join(userDataDir, 'logs', 'backend.log'));
  const backend = startBackendProcess({
    modulePath: join(outDir, 'backend', 'index.js'),
    env: process.env,
    log: (text) => {
      log(text);
      if (process.env['CC_VERBOSE'] !== undefined) process.stdout.write(text);
    },
  });
  const windows = createWindows({
    userDataDir,
    preloadPath: join(outDir, 'preload', 'index.cjs'),
    size: parseWindowSize(process.env['CC_WINDOW_SIZE']),
    settings: () => readSettings(settingsFile),
    log,
  });

  serveAppScheme(join(outDir, 'renderer'));
  handleInvocations({
    'backend:get': (_, sender) => stateFor(backend.state(), windows.isOfWall(sender)),
    'settings:get': () => readSettings(settingsFile),
    'settings:change': (change) => {
      const settings = settingsSchema.parse({ ...readSettings(settingsFile), ...change });
      writeSettings(settingsFile, settings);
      windows.refreshMenu();
      sendToWindows('settings:changed', settings);
    },
    'wall:open': () => {
      windows.openWall();
    },
    'app:info': () => ({ version: app.getVersion(), electron: process.versions.electron }),
    'fault:report': (fault) => {
      log(`window fault in ${fault.where}: ${fault.message}\n${fault.stack ?? ''}\n`);
    },
  });
  backend.onChanged((state) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.send('backend:changed', stateFor(state, windows.isOfWall(webContents)));
  });

  app.on('second-instance', (_event, _argv, _cwd, variables) => {
    try {
      windows.startAgain(readStartRequest(startVariablesSchema.parse(variables)));
    } catch (error) {
      log(`another start was refused: ${messageOf(error)}\n`);
    }
  });
  app.on('window-all-closed', () => {
    if (!windows.isWaiting()) app.quit();
  });
  finishBeforeQuit(async () => {
    windows.release();
    await backend.stop();
  });
  windows.start(request);
}

/** A wrong start option ends the start, before anything is open. */
function readRequestOrQuit(): StartRequest {
  try {
    return readStartRequest(startVariables(process.env));
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return process.exit(EXIT_WRONG_OPTION);
  }
}

function sendToWindows<C extends PushChannel>(channel: C, payload: Push<C>): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, payload);
}

/** Hold the quit until the work is done, so that the backend closes its database in order. */
function finishBeforeQuit(finish: () => Promise<void>): void {
  let isFinished = false;
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
  process.stderr.write(`${messageOf(error)}\n`);
  dialog.showErrorBox('Pusat Komando 112', messageOf(error));
  app.exit(1);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

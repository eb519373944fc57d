import { _electron, type ElectronApplication, type Page } from '@playwright/test';

import { resolveElectronRuntime } from '../setup/electron-runtime.mjs';
import {
  electronArguments,
  hasDisplay,
  softwareGraphicsArguments,
  startVirtualDisplay,
  type VirtualDisplay,
} from '../setup/launch-environment.mjs';

export interface LaunchOptions {
  /** Absent: the application's own default. */
  dataDir?: string;
  profile?: string;
  port?: number;
  /** Content size in CSS pixels, e.g. "1920x1080", the default. */
  size?: string;
  /** Language of the window, e.g. "id" or "en". */
  locale?: string;
  theme?: 'light' | 'dark';
  /** An X server to open on, its value for DISPLAY; absent: this machine's, or an Xvfb of its own. */
  display?: string;
  /** Further variables for main process and backend. */
  env?: Readonly<Record<string, string>>;
}

export interface LaunchedApp {
  app: ElectronApplication;
  /** The first window's page, its document loaded. */
  page: Page;
  dataDir: string | undefined;
  /** Quits the application, then ends the Xvfb that was started for it. */
  close: () => Promise<void>;
}

const DEFAULT_SIZE = '1920x1080';
const FIRST_WINDOW_LIMIT_MS = 60_000;

/**
 * Start the built application in a real Electron window and attach to it; under an Xvfb of its own
 * when this machine has no display. WebGL runs in software, so that every machine draws alike.
 * @throws Error when no runtime is set up, or no window opens in time (with what Electron printed)
 */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const size = options.size ?? DEFAULT_SIZE;
  const isGiven = options.display !== undefined || hasDisplay();
  const display = isGiven ? null : await startVirtualDisplay(screenFor(size));
  try {
    return await launchOn(display, options, size);
  } catch (error) {
    await display?.stop();
    throw error;
  }
}

async function launchOn(
  display: VirtualDisplay | null,
  options: LaunchOptions,
  size: string,
): Promise<LaunchedApp> {
  const runtime = resolveElectronRuntime();
  const app = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [
      ...electronArguments(() => undefined),
      ...softwareGraphicsArguments(),
      ...(options.locale === undefined ? [] : [`--lang=${options.locale}`]),
      ...runtime.applicationArguments,
    ],
    env: {
      ...environment(options, size),
      ...displayVariable(options.display ?? display?.display),
    },
  });
  const page = await firstPage(app);
  if (options.theme !== undefined) await page.emulateMedia({ colorScheme: options.theme });
  return {
    app,
    page,
    dataDir: options.dataDir,
    close: async () => {
      try {
        await app.close();
      } finally {
        await display?.stop();
      }
    },
  };
}

async function firstPage(app: ElectronApplication): Promise<Page> {
  let printed = '';
  const keep = (chunk: Buffer) => (printed += chunk.toString());
  app.process().stdout?.on('data', keep);
  app.process().stderr?.on('data', keep);
  try {
    const page = await app.firstWindow({ timeout: FIRST_WINDOW_LIMIT_MS });
    await page.waitForLoadState('domcontentloaded');
    return page;
  } catch (error) {
    await app.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`no window opened: ${reason}\nElectron printed:\n${printed.slice(-4_000)}`);
  }
}

function environment(options: LaunchOptions, size: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(inherited),
    CC_WINDOW_SIZE: size,
    ...(options.dataDir === undefined ? {} : { CC_DATA_DIR: options.dataDir }),
    ...(options.profile === undefined ? {} : { CC_PROFILE: options.profile }),
    ...(options.port === undefined ? {} : { CC_PORT: String(options.port) }),
    ...options.env,
  };
}

function displayVariable(display: string | undefined): Record<string, string> {
  return display === undefined ? {} : { DISPLAY: display };
}

/** One pixel more than the window: X11 shrinks a window that covers its screen exactly by one. */
function screenFor(size: string): { widthPx: number; heightPx: number } {
  const [width, height] = size.split('x').map(Number);
  if (!width || !height)
    throw new Error(`size is "${size}"; give width and height like ${DEFAULT_SIZE}`);
  return { widthPx: width + 1, heightPx: height + 1 };
}

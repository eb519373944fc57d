import { describeRunning } from '../../src/backend/store/data-directory';
import type { SettingsChange } from '../../src/shared/ipc/bridge';
import type { LaunchedApp } from '../electron/launch';

/** A picture to be taken. */
export interface Scene {
  /** File name without extension. */
  name: string;
  profile: 'demo' | 'empty';
  size?: string;
  settings?: SettingsChange;
  /** Further variables for main process and backend. */
  env?: Readonly<Record<string, string>>;
  /** False where no live picture is to be expected. */
  waitsForPicture?: boolean;
  /** Brings the screen into the state to be shown. */
  arrange?: (launched: LaunchedApp) => Promise<void>;
  /** Undoes what would keep the application from closing. */
  tidy?: (launched: LaunchedApp) => Promise<void>;
}

/** The simulated city needs a little time until its units drive. */
export async function settle({ page }: LaunchedApp): Promise<void> {
  await page.waitForTimeout(20_000);
}

export async function signalBackend(
  { dataDir }: LaunchedApp,
  signal: NodeJS.Signals,
): Promise<void> {
  const running = dataDir === undefined ? null : await describeRunning(dataDir);
  if (running !== null) process.kill(running.pid, signal);
}

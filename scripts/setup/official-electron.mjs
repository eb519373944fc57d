import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repositoryRoot, userCacheFolder } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const PROBE_LIMIT_MS = 4_000;
const DOWNLOAD_LIMIT_MS = 10 * 60_000;
const REMEMBER_FAILURE_MS = 24 * 60 * 60_000;
const DEFAULT_MIRROR = 'https://github.com/electron/electron/releases/download/';

const packageFolder = join(repositoryRoot, 'node_modules', 'electron');
const failureFile = join(userCacheFolder, 'official-electron-unreachable.json');

/**
 * The official binary of the pinned electron package, when it is already downloaded. The package
 * itself is never imported: doing so starts a download.
 * @returns {{ executablePath: string, version: string } | null}
 */
export function installedOfficialElectron() {
  try {
    const version = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    const executable = readFileSync(join(packageFolder, 'path.txt'), 'utf8');
    if (version !== pinnedVersion()) return null;
    return { executablePath: join(packageFolder, 'dist', executable), version };
  } catch {
    // Not downloaded, or only in part: either way it is not there.
    return null;
  }
}

/**
 * Try to download the official binary. A host that could not be reached is remembered for a day, so
 * that later runs lose no time on it.
 * @param {{ retry: boolean, print: (line: string) => void }} options retry: forget what is remembered
 * @returns {Promise<string | null>} null when it is installed now, else the reason why not
 */
export async function downloadOfficialElectron({ retry, print }) {
  const version = pinnedVersion();
  const remembered = retry ? null : await rememberedFailure(version);
  if (remembered) return `${remembered} (remembered for a day; --retry-official tries again)`;
  const reason = (await probe(version)) ?? (await download(version, print));
  if (reason === null) await rm(failureFile, { force: true });
  else await rememberFailure(version, reason);
  return reason;
}

/** The electron version package.json pins. */
export function pinnedVersion() {
  const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  return String(manifest.version);
}

/** @param {string} version */
async function probe(version) {
  // Behind a proxy only the downloader knows the way; it has its own limit.
  if (process.env['HTTPS_PROXY'] || process.env['https_proxy']) return null;
  const mirror =
    process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? DEFAULT_MIRROR;
  try {
    const reply = await fetch(`${mirror}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_LIMIT_MS),
    });
    return reply.ok ? null : `its download host answers ${reply.status}`;
  } catch {
    return 'its download host cannot be reached';
  }
}

/**
 * @param {string} version
 * @param {(line: string) => void} print
 */
async function download(version, print) {
  print(`… downloading Electron ${version}`);
  const env = { ...process.env, ELECTRON_GET_USE_PROXY: '1' };
  const result = await runCommand(process.execPath, [join(packageFolder, 'install.js')], {
    env,
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });
  if (result.code === 0 && installedOfficialElectron()) return null;
  return `its download failed: ${result.errors.trim().split('\n')[0] ?? `exit ${result.code}`}`;
}

/** @param {string} version */
async function rememberedFailure(version) {
  try {
    const failure = JSON.parse(await readFile(failureFile, 'utf8'));
    const isRecent = Date.now() - Date.parse(failure.at) < REMEMBER_FAILURE_MS;
    return isRecent && failure.version === version ? String(failure.reason) : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} version
 * @param {string} reason
 */
async function rememberFailure(version, reason) {
  await mkdir(userCacheFolder, { recursive: true });
  await writeFile(failureFile, JSON.stringify({ version, reason, at: new Date().toISOString() }));
}

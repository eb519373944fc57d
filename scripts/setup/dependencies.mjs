import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repositoryRoot } from './paths.mjs';
import { SetupError } from './report.mjs';
import { runCommand } from './run-command.mjs';

const ERROR_LINES_SHOWN = 12;
const INSTALL_LIMIT_MS = 15 * 60_000;
const modules = join(repositoryRoot, 'node_modules');
const stampFile = join(modules, '.lockfile-sha256');

/**
 * Install from the lockfile when node_modules is missing or belongs to another lockfile.
 * @param {(line: string) => void} print
 * @returns {Promise<string>} what is true now, for the progress line
 * @throws SetupError when npm ci fails
 */
export async function ensureDependencies(print) {
  const wanted = createHash('sha256')
    .update(await readFile(join(repositoryRoot, 'package-lock.json')))
    .digest('hex');
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === wanted)
    return 'dependencies up to date';
  if (await npmInstalledThisLockfile()) {
    await writeFile(stampFile, wanted);
    return 'dependencies up to date';
  }
  print('… installing dependencies (npm ci)');
  const result = await runCommand('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: repositoryRoot,
    timeoutMs: INSTALL_LIMIT_MS,
  });
  if (result.code !== 0) {
    throw new SetupError(
      `npm ci failed (exit ${result.code})\n${npmErrors(result)}`,
      'Check that this machine reaches a package registry (npm ping), then run the command again.',
    );
  }
  await writeFile(stampFile, wanted);
  return 'dependencies installed';
}

/**
 * Whether a developer's own `npm install` already brought exactly what the lockfile asks for: npm
 * keeps a copy of the lockfile it installed, with the packages of other platforms left out.
 */
async function npmInstalledThisLockfile() {
  const installedFile = join(modules, '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(await readFile(join(repositoryRoot, 'package-lock.json'), 'utf8'));
  const installed = packagesOf(await readFile(installedFile, 'utf8'));
  return Object.entries(wanted).every(([path, record]) => {
    if (path === '') return true;
    const there = installed[path];
    return there ? there.version === record.version : record.optional === true;
  });
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(lockfile) {
  return JSON.parse(lockfile).packages ?? {};
}

/**
 * The first of npm's own error lines: the reason stands there, its usage text at the end.
 * @param {import('./run-command.mjs').CommandResult} result
 */
function npmErrors({ errors }) {
  const lines = errors.split('\n').filter((line) => line.startsWith('npm error'));
  return lines.slice(0, ERROR_LINES_SHOWN).join('\n');
}

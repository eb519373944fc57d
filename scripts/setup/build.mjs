import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { repositoryRoot } from './paths.mjs';
import { SetupError } from './report.mjs';
import { lastLines, runCommand } from './run-command.mjs';

const BUILD_LIMIT_MS = 10 * 60_000;
const BUILT_FROM = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'postcss.config.cjs',
  'tsconfig.base.json',
  'package-lock.json',
];
const NOT_BUILT = /\.test\.tsx?$|[\\/]tsconfig\.json$|\.md$/;

const outFolder = join(repositoryRoot, 'out');
const stampFile = join(outFolder, '.build-stamp');
const results = ['main/index.js', 'backend/serve.js', 'preload/index.cjs', 'renderer/index.html'];

/**
 * Build main, backend, preload and renderer when a source changed since the last build.
 * @param {(line: string) => void} print
 * @returns {Promise<string>} what is true now, for the progress line
 * @throws SetupError with the end of the builder's output when the build fails
 */
export async function ensureBuild(print) {
  const wanted = await sourceStamp();
  const isComplete = results.every((path) => existsSync(join(outFolder, path)));
  if (isComplete && (await readFile(stampFile, 'utf8').catch(() => '')) === wanted)
    return 'build up to date';
  print('… building');
  await rm(stampFile, { force: true });
  const builder = join(repositoryRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await runCommand(process.execPath, [builder, 'build'], {
    cwd: repositoryRoot,
    timeoutMs: BUILD_LIMIT_MS,
  });
  if (result.code !== 0) {
    throw new SetupError(
      `the build failed (exit ${result.code})\n${lastLines(result, 30)}`,
      'Correct what the message names; `npm run typecheck` shows type errors with their place.',
    );
  }
  await mkdir(outFolder, { recursive: true });
  await writeFile(stampFile, wanted);
  return 'built';
}

/** A hash over path, size and time of change of every file the build reads: also sees deletions. */
async function sourceStamp() {
  const hash = createHash('sha256');
  for (const path of BUILT_FROM) {
    for await (const file of filesUnder(join(repositoryRoot, path))) {
      if (NOT_BUILT.test(file)) continue;
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} path a file or a folder; a missing one has no files
 * @returns {AsyncGenerator<string>}
 */
async function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  yield* files.sort();
}

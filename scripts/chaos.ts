import { resolve } from 'node:path';

import { findAppRoot } from '../src/backend/resources-root';
import { builtBackend } from './backend/backend-process';
import { parseOptions } from './chaos/options';
import { isClean, runChaos } from './chaos/run-chaos';

const WANTED_RECOVERY_P95_MS = 2_000;

/**
 * Break things under load, with real processes, and compare afterwards (`npm run chaos -- --faults N --seed S`).
 * The last line is one JSON object; the exit code is 1 where anything was lost, doubled, diverged or not recovered.
 */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const root = findAppRoot(import.meta.url);
  const entry =
    options.backend === null ? builtBackend(root) : ([resolve(options.backend)] as const);
  const report = await runChaos(options, {
    entry,
    print: (line) => {
      console.log(line);
    },
  });
  console.log(JSON.stringify({ ...report, wantedRecoveryMsP95: WANTED_RECOVERY_P95_MS }));
  process.exitCode = isClean(report) ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
});

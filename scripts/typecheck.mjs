import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { repositoryRoot } from './setup/paths.mjs';

// Each process of the application has a compiler of its own: what does not exist there (a DOM, Node)
// does not compile there.
const PROJECTS = [
  'src/shared',
  'src/backend',
  'src/main',
  'src/preload',
  'src/renderer',
  'tests',
  'scripts',
];

const compiler = join(repositoryRoot, 'node_modules', 'typescript', 'bin', 'tsc');
const failed = PROJECTS.filter((project) => {
  const { status } = spawnSync(process.execPath, [compiler, '--project', project], {
    cwd: repositoryRoot,
    stdio: 'inherit',
  });
  return status !== 0;
});

if (failed.length > 0) {
  console.error(`types do not hold in ${failed.join(', ')}`);
  process.exitCode = 1;
}

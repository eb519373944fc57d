import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { completeLockfile } from './setup/lockfile-platforms.mjs';
import { repositoryRoot } from './setup/paths.mjs';

// Run after a change of dependencies: npm leaves out of the lockfile the packages for other platforms
// that the registry in use does not carry, and then `npm ci` refuses its own lockfile everywhere.
const lockfilePath = join(repositoryRoot, 'package-lock.json');
const lockfile = JSON.parse(readFileSync(lockfilePath, 'utf8'));
const added = completeLockfile(lockfile);
if (added.length > 0) writeFileSync(lockfilePath, `${JSON.stringify(lockfile, null, 2)}\n`);
console.log(added.length === 0 ? 'the lockfile is complete' : `added:\n  ${added.join('\n  ')}`);

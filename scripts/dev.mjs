import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { resolveElectronRuntime } from './setup/electron-runtime.mjs';
import { electronArguments } from './setup/launch-environment.mjs';
import { repositoryRoot } from './setup/paths.mjs';

// Development with reload on change, in the runtime that set-up found.
const runtime = resolveElectronRuntime();
const sandbox = electronArguments(console.log).length > 0 ? ['--noSandbox'] : [];
const builder = join(repositoryRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
const child = spawn(process.execPath, [builder, 'dev', ...sandbox], {
  cwd: repositoryRoot,
  env: { ...process.env, ELECTRON_EXEC_PATH: runtime.executablePath },
  stdio: 'inherit',
});
child.on('exit', (code) => {
  process.exitCode = code ?? 0;
});

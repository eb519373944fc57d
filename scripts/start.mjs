import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { resolveElectronRuntime } from './setup/electron-runtime.mjs';
import { electronArguments, hasDisplay } from './setup/launch-environment.mjs';
import { repositoryRoot } from './setup/paths.mjs';
import { parseStartOptions } from './setup/start-options.mjs';

const EXIT_WRONG_OPTION = 2;

const request = parseStartOptions(process.argv.slice(2));
switch (request.kind) {
  case 'help':
    console.log(request.text);
    break;
  case 'wrong':
    console.error(request.message);
    process.exitCode = EXIT_WRONG_OPTION;
    break;
  case 'start':
    start(request);
    break;
}

/** @param {{ serveOnly: boolean, environment: Record<string, string> }} options */
function start({ serveOnly, environment }) {
  const env = { ...process.env, ...environment };
  if (serveOnly || !hasDisplay()) {
    if (!serveOnly) console.log('No display here: serving to a browser.');
    run(process.execPath, [join(repositoryRoot, 'out', 'backend', 'serve.js')], env);
    return;
  }
  const runtime = resolveElectronRuntime();
  const args = [...electronArguments(console.log), ...runtime.applicationArguments];
  run(runtime.executablePath, args, env);
}

/**
 * Run the one child this command is about: its output is ours, our signals are its, and so is its
 * exit code.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run(program, args, env) {
  const child = spawn(program, args, { cwd: process.cwd(), env, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(`${program} cannot be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    // 128 + number is what a shell reports; both signals we forward are asked-for ends.
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
}

import { spawn } from 'node:child_process';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 127 when the program is missing, 124 when it ran out of time
 * @property {string} output standard output
 * @property {string} errors standard error
 */

/**
 * Run a program to its end and collect what it printed. Never throws for a failing program.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<CommandResult>}
 */
export function runCommand(program, args, options = {}) {
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && program === 'npm',
    });
    let output = '';
    let errors = '';
    let timedOut = false;
    const timer = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGKILL');
        }, options.timeoutMs)
      : undefined;
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (errors += String(chunk)));
    child.on('error', (error) => {
      clearTimeout(timer);
      settle({ code: 127, output, errors: errors + error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      settle({ code: timedOut ? 124 : (code ?? 1), output, errors });
    });
  });
}

/**
 * The last lines of what a program printed, for an error message.
 * @param {CommandResult} result
 * @param {number} [lines]
 */
export function lastLines(result, lines = 15) {
  return `${result.output}\n${result.errors}`.trim().split('\n').slice(-lines).join('\n');
}

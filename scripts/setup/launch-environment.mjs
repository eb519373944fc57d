import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

const SERVER_START_LIMIT_MS = 10_000;
const SERVER_STOP_LIMIT_MS = 3_000;

/** Whether a window could open here: always so outside Linux. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * Switches Electron needs on this machine. As root Chromium refuses to start inside its own sandbox,
 * so there, and only there, it is turned off, and said.
 * @param {(line: string) => void} say receives the one line about the sandbox
 * @returns {string[]}
 */
export function electronArguments(say) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
  say('running as root: Electron starts with --no-sandbox');
  return ['--no-sandbox'];
}

/**
 * Switches for machines without a graphics card: WebGL 2 by SwiftShader, one screen pixel per CSS pixel.
 * @returns {string[]}
 */
export function softwareGraphicsArguments() {
  return ['--force-device-scale-factor=1'];
}

/**
 * @typedef {object} VirtualDisplay
 * @property {string} display value for DISPLAY, e.g. ":7"
 * @property {() => Promise<void>} stop ends this server and no other
 */

/**
 * Start an Xvfb of our own on a free display number.
 * @param {{ widthPx?: number, heightPx?: number }} [size] defaults to 1920×1080
 * @returns {Promise<VirtualDisplay>}
 * @throws Error when Xvfb is missing or does not come up
 */
export function startVirtualDisplay({ widthPx = 1920, heightPx = 1080 } = {}) {
  const screen = ['-screen', '0', `${widthPx}x${heightPx}x24`];
  return startDisplayServer('Xvfb', [...screen, '+extension', 'GLX']);
}

/**
 * Start an X server of our own on a free display number.
 * @param {'Xvfb' | 'Xorg'} program
 * @param {readonly string[]} options
 * @returns {Promise<VirtualDisplay>}
 * @throws Error when it is missing or does not come up
 */
export async function startDisplayServer(program, options) {
  // It picks the number itself and writes it to descriptor 3 once it accepts connections. Without
  // -noreset it would restart whenever its last client leaves.
  const args = ['-displayfd', '3', '-noreset', '-nolisten', 'tcp', ...options];
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const exited = new Promise((settle) => server.once('exit', settle));
  const endWithUs = () => server.kill('SIGTERM');
  process.once('exit', endWithUs);
  const stop = async () => {
    process.removeListener('exit', endWithUs);
    server.kill('SIGTERM');
    const timer = setTimeout(() => server.kill('SIGKILL'), SERVER_STOP_LIMIT_MS);
    await exited;
    clearTimeout(timer);
  };
  try {
    return { display: `:${await displayNumber(program, server)}`, stop };
  } catch (error) {
    if (server.pid !== undefined) await stop();
    throw error;
  }
}

/**
 * @param {string} program
 * @param {import('node:child_process').ChildProcess} server
 */
async function displayNumber(program, server) {
  const pipe = server.stdio[3];
  if (!(pipe instanceof Readable))
    throw new Error(`${program} gave no pipe for its display number`);
  const failed = Promise.race([
    once(server, 'error').then(([error]) => `${program} cannot be started: ${error}`),
    once(server, 'exit').then(([code]) => `${program} ended at once (exit ${code})`),
    once(AbortSignal.timeout(SERVER_START_LIMIT_MS), 'abort').then(
      () => `${program} did not come up in time`,
    ),
  ]).then((reason) => {
    throw new Error(reason);
  });
  // A whole line: the newline is written on its own, and the server ends when nobody is there to take it.
  const [line] = await Promise.race([once(createInterface({ input: pipe }), 'line'), failed]);
  return String(line);
}

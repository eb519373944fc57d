import { installDebianPackages } from './debian-packages.mjs';
import { SetupError } from './report.mjs';
import { runCommand } from './run-command.mjs';

/** The one in the path, and the system's own, which has Debian's packages when another one is in the path. */
const CANDIDATES = ['python3', '/usr/bin/python3'];
const PACKAGES = ['python3', 'python3-socketio', 'python3-aiohttp'];

/**
 * Make sure there is a Python with the packages of the interoperability client.
 * @param {(line: string) => void} print
 * @returns {Promise<string>} what is true now, for the progress line
 * @throws SetupError naming the command to run, when it may not or cannot install them itself
 */
export async function ensurePython(print) {
  if ((await findPython()) !== null) return 'Python with python-socketio present';
  const lack = 'The Python client needs what this machine lacks: python-socketio and aiohttp';
  const command = await installDebianPackages({ lack, packages: PACKAGES, print });
  if ((await findPython()) === null)
    throw new SetupError(`${lack}, still after the installation`, `Run: ${command}`);
  return `installed: ${PACKAGES.join(' ')}`;
}

/** @returns {Promise<string | null>} the program to run the client with */
export async function findPython() {
  for (const program of CANDIDATES) {
    const result = await runCommand(program, ['-c', 'import aiohttp, socketio']);
    if (result.code === 0) return program;
  }
  return null;
}

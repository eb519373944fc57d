import { existsSync } from 'node:fs';

import { SetupError } from './report.mjs';
import { lastLines, runCommand } from './run-command.mjs';

/**
 * Install Debian packages: as root on Debian or Ubuntu; elsewhere say what to run.
 * @param {{ lack: string, packages: readonly string[], print: (line: string) => void }} options `lack` is what
 *   a person is told first, e.g. "Electron needs what this machine lacks: libnss3.so"
 * @returns {Promise<string>} the command, for whoever has to run it again
 * @throws SetupError naming the command to run, when it may not or cannot install them itself
 */
export async function installDebianPackages({ lack, packages, print }) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!existsSync('/etc/debian_version')) {
    throw new SetupError(
      lack,
      `Install it with this system's package manager. On Debian or Ubuntu: sudo sh -c '${command}'`,
    );
  }
  if (process.getuid?.() !== 0) throw new SetupError(lack, `Run: sudo sh -c '${command}'`);
  print(`… installing ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // The list just fetched may name packages the old one did not.
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const step = await runCommand('apt-get', args, { env });
    if (step.code !== 0) {
      throw new SetupError(
        `apt-get ${args[0]} failed (exit ${step.code})\n${lastLines(step)}`,
        `Run: ${command}`,
      );
    }
  }
  return command;
}

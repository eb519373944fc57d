import { SetupError } from './report.mjs';

const LEAST = { major: 20, minor: 19 };

/**
 * Refuse a Node that is too old to run anything here.
 * @param {string} version e.g. "20.19.4"
 * @throws SetupError
 */
export function requireNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST.major || (major === LEAST.major && minor >= LEAST.minor)) return;
  throw new SetupError(
    `Node ${version} is too old: ${LEAST.major}.${LEAST.minor} or newer is needed`,
    'Install a newer Node (nodejs.org, or your version manager) and run the command again.',
  );
}

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { installDebianPackages } from './debian-packages.mjs';
import { SetupError } from './report.mjs';

const DEBIAN_ROOT = '/usr/lib/postgresql';
/** Read by Debian's packages when they make a cluster, and start it, at their installation. */
const CLUSTER_SETTINGS = '/etc/postgresql-common/createcluster.d';

/**
 * Make sure there are the programs of a PostgreSQL server, for tests that start one of their own.
 * @param {(line: string) => void} print
 * @returns {Promise<string>} what is true now, for the progress line
 * @throws SetupError naming the command to run, when it may not or cannot install them itself
 */
export async function ensurePostgresServer(print) {
  if (findPostgresServer() !== null) return 'PostgreSQL server present';
  const lack = 'The tests need a PostgreSQL server, 15 or newer: initdb and postgres';
  const command = await withoutCluster(() =>
    installDebianPackages({ lack, packages: ['postgresql'], print }),
  );
  if (findPostgresServer() === null)
    throw new SetupError(`${lack}, still after the installation`, `Run: ${command}`);
  return 'installed: postgresql';
}

/**
 * The folder with the newest server's programs: as Debian's packages put them down, else from the PATH.
 * @returns {string | null}
 */
export function findPostgresServer() {
  const folders = [...debianFolders(), ...(process.env['PATH'] ?? '').split(delimiter)];
  const hasServer = (/** @type {string} */ folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program)));
  return folders.find(hasServer) ?? null;
}

function debianFolders() {
  if (!existsSync(DEBIAN_ROOT)) return [];
  return readdirSync(DEBIAN_ROOT)
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_ROOT, version, 'bin'));
}

/**
 * The tests make their own clusters; one that runs as a service is not theirs to leave behind.
 * @template T
 * @param {() => Promise<T>} install
 * @returns {Promise<T>}
 */
async function withoutCluster(install) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return install();
  const settings = join(CLUSTER_SETTINGS, 'no-main-cluster.conf');
  mkdirSync(CLUSTER_SETTINGS, { recursive: true });
  writeFileSync(settings, 'create_main_cluster = false\n');
  try {
    return await install();
  } finally {
    rmSync(settings);
  }
}

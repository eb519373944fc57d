import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN_ROOT = '/usr/lib/postgresql';

/** Where the programs of a PostgreSQL server are. */
export interface ServerPrograms {
  initdb: string;
  postgres: string;
}

/**
 * The newest server that Debian's packages put down, else one on the PATH.
 * @throws Error saying what to install: tests on PostgreSQL are never left out quietly
 */
export function findServerPrograms(): ServerPrograms {
  const folders = [...debianFolders(), ...(process.env['PATH'] ?? '').split(delimiter)];
  const folder = folders.find((candidate) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(candidate, program))),
  );
  if (folder === undefined)
    throw new Error(
      'There is no PostgreSQL server on this machine (looked for initdb and postgres in /usr/lib/postgresql/*/bin and on the PATH). ' +
        'Run: node scripts/setup.mjs --electron --test-tools (as root on Debian or Ubuntu it installs one), ' +
        'or install PostgreSQL 15 or newer, e.g. sudo apt-get install postgresql.',
    );
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN_ROOT)) return [];
  return readdirSync(DEBIAN_ROOT)
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_ROOT, version, 'bin'));
}

import { join } from 'node:path';

import { findPostgresServer } from '../../../scripts/setup/postgres-server.mjs';

/** Where the programs of a PostgreSQL server are. */
export interface ServerPrograms {
  initdb: string;
  postgres: string;
}

/** @throws Error saying what to install: tests on PostgreSQL are never left out quietly */
export function findServerPrograms(): ServerPrograms {
  const folder = findPostgresServer();
  if (folder === null)
    throw new Error(
      'There is no PostgreSQL server on this machine (looked for initdb and postgres in /usr/lib/postgresql/*/bin and on the PATH). ' +
        'Run: node scripts/setup.mjs --postgres (as root on Debian or Ubuntu it installs one), ' +
        'or install PostgreSQL 15 or newer, e.g. sudo apt-get install postgresql.',
    );
  return { initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
}

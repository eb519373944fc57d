import { join } from 'node:path';

import { systemClock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { silentLog } from '../log';
import { findAppRoot } from '../resources-root';
import { openStore } from '../store/open-store';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run migrate [-- --data-dir DIR]

  Brings the database to this version's schema, as a start does: the one of DATABASE_URL, or else the embedded one
  of the data directory. With several nodes run it once before they are started anew, or let the first start do it:
  they take turns. Exit code 0: it is up to date now; 1: it is not, and as it was before.`;

/** `npm run migrate`: the last line on standard output is what was applied, as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { words, options } = readOptions(args, { 'data-dir': 'text', help: 'flag' });
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (words.length > 0) throw new UsageError(USAGE);
  const appRoot = findAppRoot(import.meta.url);
  const { dataDir, databaseUrl } = readCommandConfig(options, appRoot);
  const store = await openStore({
    // A database of its own server is nobody's alone.
    dataDir: databaseUrl === null ? dataDir : null,
    databaseUrl,
    clock: systemClock,
    log: silentLog,
    emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
  });
  const { appliedMigrations } = store;
  await store.close();
  for (const name of appliedMigrations) process.stderr.write(`applied ${name}\n`);
  if (appliedMigrations.length === 0) process.stderr.write('The database is up to date.\n');
  process.stdout.write(`${JSON.stringify({ applied: appliedMigrations })}\n`);
}

await runCommand(() => main(process.argv.slice(2)));

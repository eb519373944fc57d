import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { readBackup } from '../backup/read-backup';
import { systemClock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { silentLog } from '../log';
import { findAppRoot } from '../resources-root';
import { restoreStore } from '../store/restore-store';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run restore -- FILE [--force] [--data-dir DIR]

  Puts a backup into the database in the data directory, or into that of DATABASE_URL, whichever kind it was
  taken from. All of it goes in, or nothing changes. No dashboard may run on the database meanwhile.
  --force  replace what the database holds
  Put the keys.json that belongs to the backup into the data directory of each server.`;

/** `npm run restore`: the last line on standard output is the report, as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { words, options } = readOptions(args, { force: 'flag', 'data-dir': 'text', help: 'flag' });
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [source, ...more] = words;
  if (source === undefined || more.length > 0) throw new UsageError(USAGE);
  const appRoot = findAppRoot(import.meta.url);
  const { dataDir, databaseUrl } = readCommandConfig(options, appRoot);
  const backup = await readBackup(resolve(source));
  await restoreStore(
    {
      dataDir,
      databaseUrl,
      clock: systemClock,
      log: silentLog,
      emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
    },
    backup,
    { replaces: options.force === true },
  );
  const { createdAt, seq } = backup.head;
  if (!existsSync(join(dataDir, 'keys.json')))
    process.stderr.write(
      `There is no keys.json in ${dataDir}: put the one that belongs to the backup there before the first start.\n`,
    );
  process.stdout.write(`${JSON.stringify({ createdAt, seq })}\n`);
}

await runCommand(() => main(process.argv.slice(2)));

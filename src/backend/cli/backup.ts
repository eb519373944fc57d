import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { readAccessTokens } from '../access/access-tokens';
import { readBackup } from '../backup/read-backup';
import { writeBackup } from '../backup/write-backup';
import { systemClock } from '../clock';
import type { Config } from '../config';
import { UsageError } from '../intake/usage-error';
import { silentLog } from '../log';
import { readVersion } from '../read-version';
import { findAppRoot } from '../resources-root';
import { StartError } from '../start-error';
import { openCopyable } from '../store/copyable-store';
import { describeRunning } from '../store/data-directory';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run backup -- FILE [--force] [--data-dir DIR]

  Writes the whole database as of one moment into FILE (gzip), also while a dashboard runs on it. The
  database is the one in the data directory, or that of DATABASE_URL.
  --force  replace FILE if it is there
  The keys (keys.json in the data directory) are not in it: keep a copy of them elsewhere. Without them
  personal data in the backup cannot be read.`;

/** `npm run backup`: the last line on standard output is the report, as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { words, options } = readOptions(args, { force: 'flag', 'data-dir': 'text', help: 'flag' });
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [target, ...more] = words;
  if (target === undefined || more.length > 0) throw new UsageError(USAGE);
  const file = resolve(target);
  if (existsSync(file) && options.force !== true)
    throw new UsageError(`${file} is there already. Give another name, or --force to replace it.`);
  const appRoot = findAppRoot(import.meta.url);
  const unfinished = `${file}.part`;
  await rm(unfinished, { force: true });
  try {
    await writeTo(unfinished, readCommandConfig(options, appRoot), appRoot);
    const report = await checked(unfinished);
    await rename(unfinished, file);
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The embedded database has one process; while a dashboard is it, the dashboard writes the backup. */
async function writeTo(file: string, config: Config, appRoot: string): Promise<void> {
  const { dataDir, databaseUrl } = config;
  if (databaseUrl === null) {
    if (!existsSync(dataDir)) throw new UsageError(`There is no data directory ${dataDir}.`);
    const running = await describeRunning(dataDir);
    if (running !== null) {
      if (running.url === null)
        throw new StartError(
          `The dashboard on ${dataDir} (process ${running.pid}) is still starting. Try again in a moment.`,
        );
      await fetchFrom(running.url, readAccessTokens(dataDir).integration, file);
      return;
    }
  }
  const store = await openCopyable({ dataDir, databaseUrl, clock: systemClock, log: silentLog });
  try {
    const serverVersion = readVersion(appRoot);
    await writeBackup({ db: store.db, clock: systemClock, serverVersion }, file);
  } finally {
    await store.close();
  }
}

async function fetchFrom(url: string, token: string, file: string): Promise<void> {
  const reply = await fetch(new URL('/api/v1/backup', url), {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!reply.ok || reply.body === null)
    throw new StartError(`The dashboard at ${url} answered ${reply.status} to the backup.`);
  await pipeline(
    Readable.from(reply.body),
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  );
}

/** Read back from its first to its last row: a backup that cannot be read is none. */
async function checked(file: string): Promise<{ seq: number; rows: Record<string, number> }> {
  const backup = await readBackup(file);
  const counted: Record<string, number> = {};
  for await (const { table, rows } of backup.portions())
    counted[table] = (counted[table] ?? 0) + rows.length;
  return { seq: backup.head.seq, rows: counted };
}

await runCommand(() => main(process.argv.slice(2)));

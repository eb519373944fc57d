import { existsSync } from 'node:fs';

import { systemClock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { addDataKey } from '../keys/keys-file';
import { findAppRoot } from '../resources-root';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run privacy -- rotate [--data-dir DIR]

  Adds a new data key to the keys file. A dashboard that runs takes it within seconds and seals everything
  anew with it, beside its work; one that does not run does so at its next start. The keys before stay in the
  file: backups made until now are sealed with them. Where several nodes serve one database, copy the file to
  all of them at once: until then a node cannot open what another has sealed with the new key.`;

/** `npm run privacy`: the last line on standard output is the report, as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { words, options } = readOptions(args, { 'data-dir': 'text', help: 'flag' });
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (words.length !== 1 || words[0] !== 'rotate') throw new UsageError(USAGE);
  const { keysFile } = readCommandConfig(options, findAppRoot(import.meta.url));
  if (!existsSync(keysFile))
    throw new UsageError(
      `There are no keys at ${keysFile}. The first start of a dashboard makes them.`,
    );
  const { data } = addDataKey(keysFile, systemClock);
  const report = { keysFile, keyId: data.at(-1)?.id, keys: data.length };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

await runCommand(() => main(process.argv.slice(2)));

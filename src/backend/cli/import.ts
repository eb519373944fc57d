import { systemClock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { findAppRoot } from '../resources-root';
import { boundariesVerb } from './import-boundaries';
import { callsVerb } from './import-calls';
import { facilitiesVerb } from './import-facilities';
import type { ImportVerb } from './import-verb';
import { runCommand } from './run-command';

const VERBS: ReadonlyMap<string, ImportVerb> = new Map([
  ['calls', callsVerb],
  ['facilities', facilitiesVerb],
  ['boundaries', boundariesVerb],
]);

/** `npm run import -- VERB …`: each verb reads its own options and prints its own report. */
async function main(args: readonly string[]): Promise<void> {
  const [name, ...rest] = args;
  const verb = name === undefined ? undefined : VERBS.get(name);
  const isHelp = args.includes('--help');
  const usage = `Usage: ${(verb === undefined ? [...VERBS.values()] : [verb])
    .map((one) => one.usage)
    .join('\n\n')}`;
  if (isHelp) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  if (verb === undefined) throw new UsageError(usage);
  await verb.run(rest, { clock: systemClock, appRoot: findAppRoot(import.meta.url) });
}

await runCommand(() => main(process.argv.slice(2)));

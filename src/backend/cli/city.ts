import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { inspectCityPack } from '../city-pack/inspect-city-pack';
import { remedyOf } from '../city-pack/pack-remedy';
import { UsageError } from '../intake/usage-error';
import { readOptions } from './options';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run city -- validate DIR

  Says everything that is missing or wrong in a city pack, with what to do about it. docs/city-pack.md tells how
  to make one. Exit code 0: it can be used; 1: it cannot; 2: this command was called wrongly.`;

const EXIT_UNUSABLE = 1;

/** `npm run city`: the last line on standard output is the report, as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { words, options } = readOptions(args, { help: 'flag' });
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [verb, directory, ...rest] = words;
  if (verb !== 'validate' || directory === undefined || rest.length > 0)
    throw new UsageError(USAGE);
  if (!existsSync(directory))
    throw new UsageError(`There is no directory ${directory}. Name the one that holds city.json.`);
  const { pack, problems } = await inspectCityPack(resolve(directory));
  for (const problem of problems) {
    const { file, path, reason } = problem;
    process.stderr.write(
      `${file}${path === '' ? '' : ` at ${path}`}: ${reason}\n  → ${remedyOf(problem)}\n`,
    );
  }
  const counts = pack && {
    city: pack.city.name,
    kecamatan: pack.kecamatan.length,
    kelurahan: pack.kelurahan.length,
    agencies: pack.agencies.length,
    units: pack.units.length,
  };
  const report = problems.map((problem) => ({ ...problem, remedy: remedyOf(problem) }));
  process.stdout.write(`${JSON.stringify({ ok: pack !== null, ...counts, problems: report })}\n`);
  if (pack === null) process.exitCode = EXIT_UNUSABLE;
}

await runCommand(() => main(process.argv.slice(2)));

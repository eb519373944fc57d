import { createWriteStream } from 'node:fs';

import type { CityPack } from '@shared/domain/city-pack';

import { loadCityPack } from '../city-pack/load-city-pack';
import type { Clock } from '../clock';
import type { Config } from '../config';
import {
  type ImportReport,
  importCalls,
  missingColumns,
  type Rejected,
} from '../intake/import-calls';
import { type ImportProfile, loadImportProfile } from '../intake/import-profile';
import { createPlaceFinder } from '../intake/place-finder';
import { openRows } from '../intake/read-rows';
import { recordNumbersOf } from '../intake/record-numbers';
import { UsageError } from '../intake/usage-error';
import { silentLog } from '../log';
import { readAreasInForce } from '../operations/read-areas-in-force';
import { startBulkLoad } from '../store/bulk-load';
import { openImportStore } from './import-store';
import type { ImportVerb, VerbContext } from './import-verb';
import { readOptions } from './options';
import { startProgressLine } from './progress-line';
import { readCommandConfig } from './read-command-config';

const USAGE = `npm run import -- calls FILE.csv --profile PROFILE.json [--dry-run] [--data-dir DIR] [--city DIR] [--rejects FILE.csv]

  Past calls and incidents out of a log.
  --profile   how to read this kind of log; see docs/import-profiles.md and resources/profiles/
  --dry-run   read and check everything, write nothing
  --data-dir  where the dashboard keeps its data (default: the same as npm start)
  --rejects   write the rows that did not go in, with line and reason, to this file`;

/** `import calls`: the last line on standard output is the report, as JSON. */
export const callsVerb: ImportVerb = { usage: USAGE, run };

const SHOWN_REJECTS = 50;

interface ImportOptions {
  file: string;
  profilePath: string;
  isDryRun: boolean;
  rejectsPath: string | null;
}

async function run(args: readonly string[], { clock, appRoot }: VerbContext): Promise<void> {
  const { words, options } = readOptions(args, {
    profile: 'text',
    'dry-run': 'flag',
    'data-dir': 'text',
    city: 'text',
    rejects: 'text',
  });
  const [file, ...rest] = words;
  if (file === undefined || rest.length > 0) throw new UsageError(USAGE);
  if (options.profile === undefined) throw new UsageError(`--profile is missing\n\n${USAGE}`);

  const config = readCommandConfig(options, appRoot);
  const city = await loadCityPack(config.cityDir);
  const profile = await loadImportProfile(options.profile, city);
  const report = await runImport(
    {
      file,
      profilePath: options.profile,
      isDryRun: options['dry-run'] === true,
      rejectsPath: options.rejects ?? null,
    },
    { profile, city, clock, appRoot, config },
  );
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

interface Surroundings {
  profile: ImportProfile;
  city: CityPack;
  clock: Clock;
  appRoot: string;
  config: Config;
}

async function runImport(
  { file, profilePath, isDryRun, rejectsPath }: ImportOptions,
  { profile, city, clock, appRoot, config }: Surroundings,
): Promise<ImportReport> {
  const rows = await openRows(file, profile);
  const missing = missingColumns(profile, rows.columns);
  if (missing.length > 0) {
    throw new UsageError(
      `${file} has no column ${missing.map((name) => `"${name}"`).join(', ')}. Its columns: ${rows.columns.join(', ')}. Is ${profilePath} the right profile?`,
    );
  }
  const progress = startProgressLine(process.stderr, 'rows', () => clock.nowMs());
  const rejects = collectRejects(rejectsPath, (text) => progress.say(text));
  const target = await openImportStore({
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    appRoot,
    clock,
    log: silentLog,
    isDryRun,
  });
  try {
    const load = startBulkLoad(
      { transact: target.transact, clock },
      {
        actor: { kind: 'importer', id: profile.source },
        source: profile.source,
        formatNumber: recordNumbersOf(city),
      },
    );
    const report = await importCalls({
      rows,
      profile,
      city,
      load,
      places: createPlaceFinder(
        city,
        await readAreasInForce({ store: target, city, log: silentLog }),
      ),
      now: clock.now(),
      onRejected: rejects.add,
      onProgress: ({ readBytes, totalBytes, rows: count }) =>
        progress.show(totalBytes === 0 ? 1 : readBytes / totalBytes, count),
    });
    progress.end();
    if (isDryRun) process.stderr.write('Dry run: nothing was written.\n');
    return report;
  } finally {
    progress.end();
    await rejects.end();
    await target.close();
  }
}

/** The first of them on screen, all of them in the file. */
function collectRejects(
  path: string | null,
  say: (text: string) => void,
): { add: (rejected: Rejected) => void; end: () => Promise<void> } {
  const file = path === null ? null : createWriteStream(path);
  file?.write('line,reason\n');
  let count = 0;
  return {
    add({ line, reason }) {
      count += 1;
      if (count <= SHOWN_REJECTS) say(`line ${String(line)}: ${reason}`);
      file?.write(`${String(line)},"${reason.replaceAll('"', '""')}"\n`);
    },
    async end() {
      if (count > SHOWN_REJECTS)
        say(
          `… and ${String(count - SHOWN_REJECTS)} more${path === null ? ' (--rejects FILE.csv writes them all)' : ` in ${path}`}`,
        );
      if (file !== null) await new Promise<void>((resolve) => file.end(resolve));
    },
  };
}

import { FACILITY_KINDS, type FacilityKind, facilityKindSchema } from '@shared/domain/facility';

import { loadCityPack } from '../city-pack/load-city-pack';
import { readFacilitySet, removeFacilitySet, writeFacilitySet } from '../facilities/facility-files';
import type { LeftOut } from '../intake/facilities/clean-facilities';
import { prepareFacilities } from '../intake/facilities/import-facilities';
import { UsageError } from '../intake/usage-error';
import type { ImportVerb, VerbContext } from './import-verb';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { refreshRunning } from './refresh-running';

const USAGE = `npm run import -- facilities FILE.geojson --kind KIND [--name-field F] [--source TEXT] [--dry-run] [--data-dir DIR] [--city DIR]
       npm run import -- facilities --reset --kind KIND [--data-dir DIR]

  A layer of the city's GIS. It replaces all that is there of its kind; other kinds stay. A dashboard that
  runs shows it within seconds.
  --kind        ${FACILITY_KINDS.join(' | ')}
  --name-field  the column that has the names (default: TOPONIM, NAMOBJ, NAMA, KETERANGAN … as found)
  --source      whose data it is, as the map shall say (default: the file's name)
  --dry-run     read and check everything, write nothing
  --reset       take away what is there of the kind`;

/** `import facilities`: the last line on standard output is the report, as JSON. */
export const facilitiesVerb: ImportVerb = { usage: USAGE, run };

const SHOWN_ROWS = 50;

async function run(args: readonly string[], { clock, appRoot }: VerbContext): Promise<void> {
  const { words, options } = readOptions(args, {
    kind: 'text',
    'name-field': 'text',
    source: 'text',
    'dry-run': 'flag',
    reset: 'flag',
    'data-dir': 'text',
    city: 'text',
  });
  const [file, ...rest] = words;
  if (rest.length > 0 || (file === undefined) !== (options.reset === true))
    throw new UsageError(`Usage: ${USAGE}`);
  const kind = readKind(options.kind);
  const { dataDir, cityDir } = readCommandConfig(options, appRoot);
  const isDryRun = options['dry-run'] === true;

  // One that is broken is replaced like any other.
  const replaced = (await readFacilitySet(dataDir, kind).catch(() => null))?.facilities.length ?? 0;
  if (file === undefined) {
    if (!isDryRun) await removeFacilitySet(dataDir, kind);
    const shown = isDryRun ? false : await show(dataDir);
    print({ kind, imported: 0, removed: replaced, shown, dryRun: isDryRun });
    return;
  }
  const { city } = await loadCityPack(cityDir);
  const prepared = await prepareFacilities(
    { file, kind, nameField: options['name-field'] ?? null, sourceTitle: options.source ?? null },
    city,
    clock,
  );
  tellLeftOut(prepared.leftOut);
  if (isDryRun) process.stderr.write('Dry run: nothing was written.\n');
  else await writeFacilitySet(dataDir, prepared.set);
  const shown = isDryRun ? false : await show(dataDir);
  const indexesOf = (why: LeftOut['why']): number[] =>
    prepared.leftOut.filter((row) => row.why === why).map(({ index }) => index);
  print({
    kind,
    features: prepared.featureCount,
    imported: prepared.set.facilities.length,
    replaced,
    offMap: indexesOf('off_map'),
    duplicates: indexesOf('duplicate'),
    unusable: indexesOf('unusable'),
    nameFields: prepared.nameFields,
    unnamed: prepared.unnamed,
    source: prepared.set.source.title,
    shown,
    dryRun: isDryRun,
  });
}

function readKind(text: string | undefined): FacilityKind {
  const parsed = facilityKindSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  const given = text === undefined ? '--kind is missing' : `--kind ${text} is not known`;
  throw new UsageError(`${given}. Give one of: ${FACILITY_KINDS.join(', ')}`);
}

function tellLeftOut(rows: readonly LeftOut[]): void {
  for (const { index, reason } of rows.slice(0, SHOWN_ROWS))
    process.stderr.write(`feature ${String(index)} left out: ${reason}\n`);
  if (rows.length > SHOWN_ROWS)
    process.stderr.write(
      `… and ${String(rows.length - SHOWN_ROWS)} more; their numbers are in the report\n`,
    );
}

/** @returns whether a running dashboard shows it now; what was written stands in any case */
async function show(dataDir: string): Promise<boolean> {
  try {
    return await refreshRunning(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `The running dashboard could not be told (${reason}). It is written; start the dashboard again to see it.\n`,
    );
    return false;
  }
}

function print(report: object): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { CityPack } from '@shared/domain/city-pack';
import { wibDay } from '@shared/domain/time';

import { loadCityPack } from '../city-pack/load-city-pack';
import { prepareBoundaries } from '../intake/boundaries/prepare-boundaries';
import { UsageError } from '../intake/usage-error';
import { StartError } from '../start-error';
import { openAreaService } from './area-service';
import type { ImportVerb, VerbContext } from './import-verb';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';

const USAGE = `npm run import -- boundaries FILE.geojson [--code-field F] [--name-field F] [--source TEXT] [--dry-run] [--data-dir DIR] [--city DIR]
       npm run import -- boundaries --reset [--data-dir DIR] [--city DIR]

  Official boundaries of the kelurahan (GeoJSON, WGS 84). All of them go in, or nothing does.
  --code-field  the property with the kelurahan's code (default: found by what it holds)
  --name-field  the property with the kelurahan's name (default: found by what it holds)
  --source      whose they are, as the map says it (default: the name of the file)
  --dry-run     read and check everything, change nothing
  --reset       back to the schematic boundaries of the city pack`;

/** `import boundaries`: the last line on standard output is the report, as JSON. */
export const boundariesVerb: ImportVerb = { usage: USAGE, run };

async function run(args: readonly string[], context: VerbContext): Promise<void> {
  const { words, options } = readOptions(args, {
    'code-field': 'text',
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
  const config = readCommandConfig(options, context.appRoot);
  const city = await loadCityPack(config.cityDir);
  const { dataDir, databaseUrl } = config;
  const place = { ...context, dataDir, databaseUrl, city };
  if (file === undefined) {
    await reset(place);
    return;
  }
  await importFile(place, {
    path: file,
    source: options.source ?? basename(file),
    given: { code: options['code-field'], name: options['name-field'] },
    isDryRun: options['dry-run'] === true,
  });
}

interface Place extends VerbContext {
  dataDir: string;
  databaseUrl: string | null;
  city: CityPack;
}

interface ImportedFile {
  path: string;
  source: string;
  given: { code: string | undefined; name: string | undefined };
  isDryRun: boolean;
}

/** @throws StartError with everything that is wrong; what was in force stays */
async function importFile(
  place: Place,
  { path, source, given, isDryRun }: ImportedFile,
): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`${path} cannot be read (${String(error)})`);
  });
  process.stderr.write('Checking shapes and common borders; large files take some seconds.\n');
  const date = wibDay(place.clock.now());
  const prepared = prepareBoundaries({ text, source, date, given }, place.city);
  if (prepared.kind === 'refused') {
    throw new StartError(
      [
        `${path} is not taken; the boundaries in force stay. What is wrong:`,
        ...prepared.problems.map((problem) => `  ${problem}`),
      ].join('\n'),
    );
  }
  if (isDryRun) {
    process.stderr.write('Dry run: nothing was changed.\n');
  } else {
    const service = await openAreaService(place);
    try {
      await service.putBoundaries(prepared.boundaries);
    } finally {
      await service.close();
    }
    tellNext(service.isLive);
  }
  process.stdout.write(`${JSON.stringify(prepared.report)}\n`);
}

async function reset(place: Place): Promise<void> {
  const service = await openAreaService(place);
  try {
    const { replayed } = await service.putBoundaries(null);
    process.stdout.write(`${JSON.stringify({ reset: true, changed: !replayed })}\n`);
  } finally {
    await service.close();
  }
}

function tellNext(isLive: boolean): void {
  process.stderr.write(
    `In force${isLive ? ', and shown by the running dashboard' : ''}. Records keep the area stored on them; npm run areas -- recheck lists those that now disagree.\n`,
  );
}

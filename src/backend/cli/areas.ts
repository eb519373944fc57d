import { existsSync } from 'node:fs';

import type { Area } from '@shared/domain/area';
import type { CityPack } from '@shared/domain/city-pack';
import type { AreaDisagreement } from '@shared/protocol/areas';

import { loadCityPack } from '../city-pack/load-city-pack';
import { systemClock } from '../clock';
import { UsageError } from '../intake/usage-error';
import { findAppRoot } from '../resources-root';
import { type AreaService, openAreaService } from './area-service';
import { readOptions } from './options';
import { readCommandConfig } from './read-command-config';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run areas -- recheck [--apply] [--data-dir DIR] [--city DIR]

  Lists records whose position lies in another area than the one stored on them: number, stored area,
  area found, and how far the position is from the stored one. Nothing is changed.
  --apply  store the area found on each of them; each is a change in the log`;

/** `npm run areas`: the last line on standard output is the report, as JSON. */
async function main(args: readonly string[]): Promise<void> {
  const { words, options } = readOptions(args, {
    apply: 'flag',
    'data-dir': 'text',
    city: 'text',
    help: 'flag',
  });
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  if (words.length !== 1 || words[0] !== 'recheck') throw new UsageError(USAGE);
  const appRoot = findAppRoot(import.meta.url);
  const { dataDir, databaseUrl, cityDir } = readCommandConfig(options, appRoot);
  if (databaseUrl === null && !existsSync(dataDir))
    throw new UsageError(`There is no data directory ${dataDir}.`);
  const city = await loadCityPack(cityDir);
  const service = await openAreaService({
    dataDir,
    databaseUrl,
    appRoot,
    clock: systemClock,
    city,
  });
  try {
    const { checked, disagreements } = await service.listDisagreements();
    for (const one of disagreements) process.stdout.write(`${describeDisagreement(one, city)}\n`);
    const changed = options.apply ? await apply(service, disagreements) : 0;
    const report = { checked, disagreeing: disagreements.length, changed };
    process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await service.close();
  }
}

/** One that others are working on meanwhile is left for the next run. @returns how many were changed */
async function apply(
  service: AreaService,
  disagreements: readonly AreaDisagreement[],
): Promise<number> {
  let changed = 0;
  for (const { kind, id, number, found, version } of disagreements) {
    try {
      await service.changeArea(kind, id, { area: found, expectedVersion: version });
      changed += 1;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${number} was not changed: ${reason}\n`);
    }
  }
  return changed;
}

/** e.g. `112-20261124-0042: Gerem → Rawa Arum, 35 m [id]` */
function describeDisagreement(
  { id, number, stored, found, distanceMeters }: AreaDisagreement,
  city: CityPack,
): string {
  const distance = distanceMeters === null ? '' : `, ${Math.round(distanceMeters)} m`;
  return `${number}: ${areaWords(stored, city)} → ${areaWords(found, city)}${distance} [${id}]`;
}

function areaWords(area: Area, { kelurahan, kecamatan }: CityPack): string {
  switch (area.kind) {
    case 'in_city':
      return (
        kelurahan.find(({ code }) => code === area.kelurahanCode)?.name ??
        `Kec. ${kecamatan.find(({ code }) => code === area.kecamatanCode)?.name ?? area.kecamatanCode}`
      );
    case 'outside_city':
      return 'outside the city';
    case 'unknown':
      return 'unknown';
  }
}

await runCommand(() => main(process.argv.slice(2)));

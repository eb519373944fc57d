import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { citySchema, type UnitDefinition, unitDefinitionSchema } from '@shared/domain/city-pack';

import { repositoryRoot } from './paths';

export interface TestCity {
  bounds: [west: number, south: number, east: number, north: number];
  unitIds: string[];
}

/** Writes a copy of Cilegon's pack that has exactly `unitCount` units, `UJI-1` and so on. */
export async function writeTestCity(directory: string, unitCount: number): Promise<TestCity> {
  await cp(join(repositoryRoot, 'resources', 'cities', 'cilegon'), directory, { recursive: true });
  const [template] = unitDefinitionSchema.array().parse(await readJson(directory, 'units.json'));
  if (template === undefined) throw new Error('the city pack has no unit to make others from');
  const units = Array.from(
    { length: unitCount },
    (_, index): UnitDefinition => ({ ...template, callSign: `UJI-${String(index + 1)}` }),
  );
  await writeFile(join(directory, 'units.json'), JSON.stringify(units));
  const { bounds } = citySchema.parse(await readJson(directory, 'city.json'));
  return { bounds, unitIds: units.map(({ callSign }) => callSign) };
}

async function readJson(directory: string, file: string): Promise<unknown> {
  return JSON.parse(await readFile(join(directory, file), 'utf8'));
}

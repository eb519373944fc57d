import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cityPackFiles, cityPackSchema } from '@shared/domain/city-pack';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findAppRoot } from '../resources-root';
import { CityPackError } from './city-pack-error';
import { loadCityPack } from './load-city-pack';

const CILEGON = join(findAppRoot(import.meta.url), 'resources/cities/cilegon');
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'city-pack-'));
  await cp(CILEGON, directory, { recursive: true });
});
afterEach(() => rm(directory, { recursive: true }));

type FileName = keyof typeof cityPackFiles;

/** Rewrites one file of the copied pack. */
async function edit(file: FileName, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(directory, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(join(directory, file), after);
}

const replace = (file: FileName, from: string | RegExp, to: string) =>
  edit(file, (text) => text.replace(from, to));

/** Rewrites one file of the copied pack that is a list. */
const editList = (file: FileName, change: (rows: Record<string, unknown>[]) => unknown) =>
  edit(file, (text) => JSON.stringify(change(JSON.parse(text) as Record<string, unknown>[])));

async function problemsOf(): Promise<CityPackError['problems']> {
  const error = await loadCityPack(directory).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CityPackError))
    throw new Error(`expected a CityPackError, got ${String(error)}`);
  return error.problems;
}

describe('loadCityPack', () => {
  it('loads the pack of Cilegon as the record that clients parse', async () => {
    const pack = await loadCityPack(CILEGON);

    expect(cityPackSchema.parse(pack)).toEqual(pack);
    expect(pack.city.boundaries.kind).toBe('schematic');
    expect([pack.kecamatan.length, pack.kelurahan.length]).toEqual([8, 43]);
    expect([
      pack.incidentCategories.length,
      pack.complaintCategories.length,
      pack.unitStatuses.length,
    ]).toEqual([15, 20, 12]);
  });

  it.each(Object.keys(cityPackFiles) as FileName[])('refuses a pack without %s', async (file) => {
    await rm(join(directory, file));

    expect(await problemsOf()).toEqual([{ file, path: '', reason: 'the file is missing' }]);
  });

  it('refuses a file that is not JSON', async () => {
    await writeFile(join(directory, 'agencies.json'), '[{ "code": ');

    expect(await problemsOf()).toEqual([
      { file: 'agencies.json', path: '', reason: expect.stringContaining('is not JSON') },
    ]);
  });

  it('reads a file saved with a byte-order mark', async () => {
    await edit('city.json', (text) => `\uFEFF${text}`);

    await expect(loadCityPack(directory)).resolves.toMatchObject({ city: { id: 'cilegon' } });
  });

  it('names file, path and reason of every value that its schema refuses, in the order of the files', async () => {
    await replace('units.json', '"crew": 6', '"crew": 0');
    await replace('priorities.json', '#ff5a4f', 'red');
    await replace('city.json', '"Asia/Jakarta"', '"Asia/Makassar"');

    expect(await problemsOf()).toEqual([
      { file: 'city.json', path: 'timeZone', reason: expect.any(String) },
      { file: 'priorities.json', path: '[0].color.dark', reason: 'expected a colour like #d92d20' },
      { file: 'units.json', path: '[0].crew', reason: expect.any(String) },
    ]);
  });

  it('says what is wrong where and what to do in its message', async () => {
    await replace('kelurahan.json', '"kecamatanCode": "36.72.01"', '"kecamatanCode": "36.72.09"');

    await expect(loadCityPack(directory)).rejects.toThrow(
      /kelurahan\.json at \[0\]\.kecamatanCode: 36\.72\.09 is not in kecamatan\.json[\s\S]*--city DIR/,
    );
  });

  it.each<[string, FileName, string | RegExp, string, string, string]>([
    [
      'a kecamatan of another city',
      'city.json',
      '"36.72"',
      '"36.04"',
      '[0].code',
      '36.72.01 is not in the city 36.04',
    ],
    [
      'an unknown lead agency',
      'incident-categories.json',
      '"DAMKAR"',
      '"PEMADAM"',
      '[0].leadAgencies[0]',
      'PEMADAM is not in agencies.json',
    ],
    [
      'an unknown agency of a complaint',
      'complaint-categories.json',
      '"DPUPR"',
      '"PU"',
      '[0].agencyCode',
      'PU is not in agencies.json',
    ],
    [
      'an unknown deadline',
      'complaint-categories.json',
      '"LAPANGAN"',
      '"CEPAT"',
      '[0].slaCode',
      'CEPAT is not in sla.json',
    ],
    [
      'a unit at an unknown station',
      'units.json',
      '"DMK-CTK"',
      '"DMK-XXX"',
      '[0].stationCode',
      'DMK-XXX is not in stations.json',
    ],
    [
      'a unit in an unknown status',
      'units.json',
      '"SIAGA"',
      '"SIAP"',
      '[0].initialStatusCode',
      'SIAP is not in unit-statuses.json',
    ],
    [
      'a unit that starts on an incident',
      'units.json',
      '"SIAGA"',
      '"MENUJU"',
      '[0].initialStatusCode',
      'a unit cannot start on an incident',
    ],
    [
      'a call sign given twice',
      'units.json',
      '"DMK-02"',
      '"DMK-01"',
      '[1].callSign',
      'DMK-01 occurs twice',
    ],
    [
      'a status code given twice',
      'unit-statuses.json',
      '"PATROLI"',
      '"SIAGA"',
      '[1].code',
      'SIAGA occurs twice',
    ],
    [
      'a status that alerts before it warns',
      'unit-statuses.json',
      '14400000',
      '99900000',
      '[1].alertAfterMs',
      'must be later than warnAfterMs',
    ],
    [
      'an area of an unknown kelurahan',
      'kelurahan.geojson',
      '36.72.01.1001',
      '36.72.01.1999',
      'features[0].properties.code',
      '36.72.01.1999 is not in kelurahan.json',
    ],
    [
      'bounds that miss the city',
      'city.json',
      '105.918',
      '107.918',
      'bounds',
      'must be [west, south, east, north] around center',
    ],
  ])('refuses %s', async (_what, file, from, to, path, reason) => {
    await replace(file, from, to);

    const problems = await problemsOf();
    expect(
      problems.map((problem) => ({ path: problem.path, reason: problem.reason })),
    ).toContainEqual({ path, reason });
  });

  it('refuses a kecamatan without an area', async () => {
    await edit('kecamatan.geojson', (text) => {
      const areas = JSON.parse(text) as { features: unknown[] };
      return JSON.stringify({ ...areas, features: areas.features.slice(1) });
    });

    expect(await problemsOf()).toEqual([
      {
        file: 'kecamatan.geojson',
        path: 'features',
        reason: 'Cibeber (36.72.01) of kecamatan.json has no area',
      },
    ]);
  });

  it('refuses a ring that is not closed', async () => {
    await edit('kelurahan.geojson', (text) => {
      const areas = JSON.parse(text) as { features: { geometry: { coordinates: number[][][] } }[] };
      areas.features[0]?.geometry.coordinates[0]?.splice(-1, 1, [106, -6]);
      return JSON.stringify(areas);
    });

    expect(await problemsOf()).toEqual([
      {
        file: 'kelurahan.geojson',
        path: 'features[0].geometry',
        reason: 'a ring of Cibeber is not closed',
      },
    ]);
  });

  it.each([
    'dispatched',
    'en_route',
    'on_scene',
    'transporting',
    'at_hospital',
    'returning',
    'available_at_station',
  ])('refuses statuses none of which means %s', async (meaning) => {
    await editList('unit-statuses.json', (rows) =>
      rows.filter((row) => row['meaning'] !== meaning),
    );
    await editList('units.json', (rows) =>
      rows.map((row) => ({ ...row, initialStatusCode: 'LEPAS' })),
    );

    expect(await problemsOf()).toEqual([
      {
        file: 'unit-statuses.json',
        path: '',
        reason: `no status means ${meaning}, which every dispatch needs`,
      },
    ]);
  });

  it('lists every contradiction at once', async () => {
    await editList('agencies.json', (rows) => rows.filter((row) => row['code'] !== 'DAMKAR'));

    const problems = await problemsOf();
    expect(problems.length).toBeGreaterThan(20);
    expect(new Set(problems.map(({ file }) => file))).toEqual(
      new Set(['incident-categories.json', 'stations.json', 'units.json']),
    );
  });
});

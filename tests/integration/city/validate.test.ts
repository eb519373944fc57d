import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { inspectCityPack } from '../../../src/backend/city-pack/inspect-city-pack';
import { remedyOf } from '../../../src/backend/city-pack/pack-remedy';

const KOTA_CONTOH = join(import.meta.dirname, '..', '..', 'fixtures', 'kota-contoh');

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'city-'));
  await cp(KOTA_CONTOH, directory, { recursive: true });
});
afterEach(() => rm(directory, { recursive: true }));

const path = (file: string) => join(directory, file);
const edit = async (file: string, change: (text: string) => string) =>
  writeFile(path(file), change(await readFile(path(file), 'utf8')));

test('finds nothing wrong with a small city made by hand', async () => {
  const { pack, problems } = await inspectCityPack(directory);
  expect(problems).toEqual([]);
  expect(pack?.city.name).toBe('Kota Contoh');
});

test('finds a missing file, broken text, a wrong value and a contradiction in one look', async () => {
  await rm(path('roads.json'));
  await edit('sla.json', (text) => text.replace(']', ''));
  await edit('kecamatan.json', (text) => text.replace('21000', '-1'));
  await edit('units.json', (text) => text.replace('"damkar"', '"pemadam"'));
  const { pack, problems } = await inspectCityPack(directory);
  expect(pack).toBeNull();
  expect(problems).toMatchObject([
    { file: 'kecamatan.json', path: '[0].population' },
    { file: 'units.json', path: '[0].agencyCode', reason: 'pemadam is not in agencies.json' },
    { file: 'sla.json', path: '' },
    { file: 'roads.json', path: '', reason: 'the file is missing' },
  ]);
});

test('says of each problem what to do', async () => {
  await rm(path('roads.json'));
  await edit('sla.json', (text) => text.replace(']', ''));
  await edit('kecamatan.json', (text) => text.replace('21000', '-1'));
  await edit('units.json', (text) =>
    text.replace('"damkar"', '"pemadam"').replace('AMB-1', 'API-1'),
  );
  const { problems } = await inspectCityPack(directory);
  expect(problems.map(remedyOf)).toEqual([
    'Correct this value; docs/city-pack.md describes kecamatan.json.',
    'Give one of the two another code, or remove it.',
    'Add it to agencies.json, or correct the code here.',
    'Correct the text at that place: often a comma too many or a quotation mark too few.',
    'Make it: main roads for the schematic map. The least it may be: [].',
  ]);
});

test('says all eighteen files of an empty directory, and each with what it may be at least', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'city-empty-'));
  const { problems } = await inspectCityPack(empty);
  expect(problems).toHaveLength(18);
  for (const problem of problems)
    expect(remedyOf(problem)).toMatch(/^Make it: .+ The least it may be: /);
  await rm(empty, { recursive: true });
});

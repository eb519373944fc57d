import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { facilitiesVerb } from '../../../src/backend/cli/import-facilities';
import { readFacilitySet } from '../../../src/backend/facilities/facility-files';
import { createFakeClock } from '../../support/fake-clock';

const KOTA_CONTOH = join(import.meta.dirname, '..', '..', 'fixtures', 'kota-contoh');

let dataDir: string;
let printed: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'import-verb-'));
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dataDir, { recursive: true });
});

async function run(...args: string[]): Promise<unknown> {
  printed = '';
  const options = ['--data-dir', dataDir, '--city', KOTA_CONTOH];
  await facilitiesVerb.run([...args, ...options], { clock: createFakeClock(), appRoot: dataDir });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}

async function layerOf(...names: string[]): Promise<string> {
  const file = join(dataDir, 'layer.geojson');
  const features = names.map((NAMA, index) => ({
    type: 'Feature',
    properties: { NAMA },
    geometry: { type: 'Point', coordinates: [111.01 + index / 100, -5.41] },
  }));
  await writeFile(file, JSON.stringify({ type: 'FeatureCollection', features }));
  return file;
}

const stored = async () =>
  (await readFacilitySet(dataDir, 'hydrant'))?.facilities.map(({ name }) => name);

test('a dry run says what an import would do, and writes nothing', async () => {
  const report = await run(await layerOf('Hidran A'), '--kind', 'hydrant', '--dry-run');
  expect(report).toMatchObject({ imported: 1, dryRun: true });
  expect(await stored()).toBeUndefined();
});

test('an import replaces all that was there of its kind', async () => {
  await run(await layerOf('Hidran A', 'Hidran B'), '--kind', 'hydrant');
  const report = await run(await layerOf('Hidran C'), '--kind', 'hydrant', '--source', 'Dinas');
  expect(report).toMatchObject({ imported: 1, replaced: 2, source: 'Dinas', shown: false });
  expect(await stored()).toEqual(['Hidran C']);
});

test('a file that is refused leaves what is in force', async () => {
  await run(await layerOf('Hidran A'), '--kind', 'hydrant');
  const broken = join(dataDir, 'broken.geojson');
  await writeFile(broken, '{');
  await expect(run(broken, '--kind', 'hydrant')).rejects.toThrow('Nothing was changed.');
  expect(await stored()).toEqual(['Hidran A']);
});

test('an import over a damaged file mends it', async () => {
  await run(await layerOf('Hidran A'), '--kind', 'hydrant');
  await writeFile(join(dataDir, 'facilities', 'hydrant.json'), '{');
  await run(await layerOf('Hidran B'), '--kind', 'hydrant');
  expect(await stored()).toEqual(['Hidran B']);
});

test('a reset takes the kind away', async () => {
  await run(await layerOf('Hidran A'), '--kind', 'hydrant');
  expect(await run('--reset', '--kind', 'hydrant')).toMatchObject({ removed: 1 });
  expect(await stored()).toBeUndefined();
});

test.each([
  [['--kind', 'hydrant'], /^Usage: /],
  [['a.geojson', '--kind', 'kebun'], /--kind kebun is not known\. Give one of: hydrant, hospital/],
  [['a.geojson'], /--kind is missing/],
])('%j is refused with what to give', async (args, message) => {
  await expect(run(...args)).rejects.toThrow(message);
});

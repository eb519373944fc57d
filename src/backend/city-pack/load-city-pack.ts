import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type CityPack, cityPackFiles } from '@shared/domain/city-pack';
import { z } from 'zod';

import { checkCityPack } from './check-city-pack';
import { CityPackError, type CityPackProblem } from './city-pack-error';

type FileName = keyof typeof cityPackFiles;
type FileContents = { [File in FileName]: z.infer<(typeof cityPackFiles)[File]> };

/**
 * Reads a city pack, every file against its schema and then against the others.
 * @param directory holds the files named by `cityPackFiles`; other files in it are ignored
 * @throws CityPackError with every problem found
 */
export async function loadCityPack(directory: string): Promise<CityPack> {
  const problems: CityPackProblem[] = [];
  const files = Object.keys(cityPackFiles) as FileName[];
  const entries = await Promise.all(
    files.map(async (file) => {
      const result = await readPackFile(directory, file);
      problems.push(...result.problems);
      return [file, result.content] as const;
    }),
  );
  if (problems.length > 0) throw new CityPackError(directory, inFileOrder(problems, files));

  // Without a problem each file holds what its own schema gave.
  const pack = assemble(Object.fromEntries(entries) as FileContents);
  const contradictions = checkCityPack(pack);
  if (contradictions.length > 0) throw new CityPackError(directory, contradictions);
  return pack;
}

function assemble(contents: FileContents): CityPack {
  return {
    city: contents['city.json'],
    kecamatan: contents['kecamatan.json'],
    kelurahan: contents['kelurahan.json'],
    agencies: contents['agencies.json'],
    incidentCategories: contents['incident-categories.json'],
    priorities: contents['priorities.json'],
    unitStatuses: contents['unit-statuses.json'],
    stations: contents['stations.json'],
    units: contents['units.json'],
    complaintCategories: contents['complaint-categories.json'],
    sla: contents['sla.json'],
    landmarks: contents['landmarks.json'],
    roads: contents['roads.json'],
    kelurahanAreas: contents['kelurahan.geojson'],
    kecamatanAreas: contents['kecamatan.geojson'],
    land: contents['land.geojson'],
    regionLand: contents['region-land.geojson'],
  };
}

interface PackFile {
  content: unknown;
  problems: CityPackProblem[];
}

async function readPackFile(directory: string, file: FileName): Promise<PackFile> {
  const fail = (reason: string): PackFile => ({
    content: null,
    problems: [{ file, path: '', reason }],
  });
  let text: string;
  try {
    text = await readFile(join(directory, file), 'utf8');
  } catch (error) {
    return fail(isMissing(error) ? 'the file is missing' : `cannot be read (${String(error)})`);
  }
  let json: unknown;
  try {
    // Editors on Windows may put a byte-order mark in front, which JSON does not allow.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(`is not JSON (${error instanceof Error ? error.message : String(error)})`);
  }
  const result = cityPackFiles[file].safeParse(json);
  if (result.success) return { content: result.data, problems: [] };
  return {
    content: null,
    problems: result.error.issues.map(({ path, message }) => ({
      file,
      path: z.core.toDotPath(path),
      reason: message,
    })),
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Files are read at once and finish in any order; the list of problems is always the same. */
function inFileOrder(
  problems: readonly CityPackProblem[],
  files: readonly string[],
): CityPackProblem[] {
  return [...problems].sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file));
}

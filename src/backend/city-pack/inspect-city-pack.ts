import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type CityPack, cityPackFiles } from '@shared/domain/city-pack';
import { z } from 'zod';

import { CHECKS } from './check-city-pack';
import type { CityPackProblem } from './city-pack-error';
import type { PackFileName } from './pack-check';

type FileContents = { [File in PackFileName]: z.infer<(typeof cityPackFiles)[File]> };

export interface CityPackInspection {
  /** Null where something is wrong. */
  pack: CityPack | null;
  /** Everything that is wrong, file by file. */
  problems: CityPackProblem[];
}

/**
 * Reads a city pack: every file against its schema, and those that fit against one another, so that one look
 * finds everything.
 * @param directory holds the files named by `cityPackFiles`; other files in it are ignored
 */
export async function inspectCityPack(directory: string): Promise<CityPackInspection> {
  const files = Object.keys(cityPackFiles) as PackFileName[];
  const read = await Promise.all(files.map((file) => readPackFile(directory, file)));
  const good = new Set(files.filter((_, index) => read[index]?.problems.length === 0));
  // A file that does not fit is null here; no check that reads it runs.
  const contents = Object.fromEntries(files.map((file, index) => [file, read[index]?.content]));
  const pack = assemble(contents as FileContents);
  const contradictions = CHECKS.filter(({ reads }) =>
    reads.every((file) => good.has(file)),
  ).flatMap(({ check }) => check(pack));
  const problems = [...read.flatMap((file) => file.problems), ...contradictions].sort(
    (a, b) => placeOf(files, a) - placeOf(files, b),
  );
  return { pack: problems.length === 0 ? pack : null, problems };
}

const placeOf = (files: readonly string[], { file }: CityPackProblem): number =>
  files.indexOf(file);

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
    privacy: contents['privacy.json'],
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

async function readPackFile(directory: string, file: PackFileName): Promise<PackFile> {
  const fail = (reason: string): PackFile => ({
    content: null,
    problems: [{ file, path: '', reason }],
  });
  let text: string;
  try {
    text = await readFile(join(directory, file), 'utf8');
  } catch (error) {
    return fail(isMissing(error) ? MISSING : `cannot be read (${String(error)})`);
  }
  let json: unknown;
  try {
    // Editors on Windows may put a byte-order mark in front, which JSON does not allow.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(`${NOT_JSON} (${error instanceof Error ? error.message : String(error)})`);
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

/** How the reason begins for a file that is not there, or no JSON. */
export const MISSING = 'the file is missing';
export const NOT_JSON = 'is not JSON';

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

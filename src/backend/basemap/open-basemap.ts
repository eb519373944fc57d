import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { City } from '@shared/domain/city-pack';
import type { BasemapProblem } from '@shared/protocol/basemap';
import { Compression, type Header, PMTiles, TileType } from 'pmtiles';

import type { Log } from '../log';
import { createFileSource } from './file-source';
import { parseTileMetadata } from './tile-metadata';

export const BASEMAP_FILE = 'basemap.pmtiles';

/** What the ground of the map is drawn from: a file of vector tiles, or the city pack's own roads and coast. */
export type Basemap =
  | { kind: 'schematic'; problem: BasemapProblem | null }
  | { kind: 'tiles'; path: string; attribution: string };

/**
 * The first `basemap.pmtiles` of the directories given, checked as far as it can be without reading its tiles.
 * One that cannot be drawn is logged and leaves the schematic ground.
 */
export async function openBasemap(
  directories: readonly string[],
  city: City,
  log: Log,
): Promise<Basemap> {
  const path = directories.map((directory) => join(directory, BASEMAP_FILE)).find(existsSync);
  if (path === undefined) return { kind: 'schematic', problem: null };
  const source = createFileSource(path);
  try {
    const archive = new PMTiles(source);
    const header = await archive.getHeader();
    const metadata = parseTileMetadata(await archive.getMetadata());
    const { size } = await stat(path);
    const problem = problemOf(header, size, metadata.layers, city);
    if (problem !== null) return refuse(path, problem, log);
    log.info({ path, maxZoom: header.maxZoom }, 'basemap of vector tiles');
    return { kind: 'tiles', path, attribution: metadata.attribution };
  } catch (error) {
    return refuse(path, 'damaged', log, error);
  } finally {
    await source.close();
  }
}

const WORDS = {
  damaged: 'is no PMTiles archive of version 3, or is damaged',
  truncated: 'is shorter than it says: the download broke off',
  not_vector: 'holds no vector tiles (MVT, plain or gzip)',
  other_schema: 'is not of the Protomaps schema (no layers "earth" and "roads")',
  elsewhere: 'does not cover the city',
} as const satisfies Record<BasemapProblem, string>;

function refuse(path: string, problem: BasemapProblem, log: Log, error?: unknown): Basemap {
  log.error(
    { ...(error !== undefined && { err: error }), path, problem },
    `the basemap ${path} ${WORDS[problem]}; the schematic map is drawn instead. Make the file again as docs/data-directory.md says.`,
  );
  return { kind: 'schematic', problem };
}

const NEEDED_LAYERS = ['earth', 'roads'];

function problemOf(
  header: Header,
  size: number,
  layers: readonly string[],
  { bounds: [west, south, east, north] }: City,
): BasemapProblem | null {
  const { tileDataOffset, tileDataLength = 0, tileType, tileCompression } = header;
  if (tileDataOffset + tileDataLength > size) return 'truncated';
  const isReadable = tileCompression === Compression.None || tileCompression === Compression.Gzip;
  if (tileType !== TileType.Mvt || !isReadable) return 'not_vector';
  if (NEEDED_LAYERS.some((layer) => !layers.includes(layer))) return 'other_schema';
  const isHere =
    header.minLon < east && header.maxLon > west && header.minLat < north && header.maxLat > south;
  return isHere ? null : 'elsewhere';
}

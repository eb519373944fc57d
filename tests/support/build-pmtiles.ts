import { gzipSync } from 'node:zlib';

import { type GeoJSONVTTile, geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { FeatureCollection } from 'geojson';
import { Compression, TileType, zxyToTileId } from 'pmtiles';

export interface TileLayers {
  /** Layer inside the tiles → its features. */
  layers: Readonly<Record<string, FeatureCollection>>;
  /** `[west, south, east, north]` */
  bounds: readonly [number, number, number, number];
  maxZoom: number;
  attribution?: string;
}

/**
 * A PMTiles archive of version 3 with every tile of the bounds from zoom 0 on, all in the root directory.
 * @source the PMTiles specification, version 3
 */
export function buildPmtiles({ layers, bounds, maxZoom, attribution = '' }: TileLayers): Buffer {
  const tiles = tileNumbers(bounds, maxZoom)
    .map(([z, x, y]) => ({ id: zxyToTileId(z, x, y), data: encodeTile(layers, z, x, y) }))
    .sort((a, b) => a.id - b.id);
  const data = Buffer.concat(tiles.map((tile) => tile.data));
  const directory = gzipSync(encodeDirectory(tiles));
  const metadata = gzipSync(
    JSON.stringify({
      attribution,
      vector_layers: Object.keys(layers).map((id) => ({ id, fields: {} })),
    }),
  );
  const header = encodeHeader({
    directoryBytes: directory.length,
    metadataBytes: metadata.length,
    dataBytes: data.length,
    tileCount: tiles.length,
    bounds,
    maxZoom,
  });
  return Buffer.concat([header, directory, metadata, data]);
}

const HEADER_BYTES = 127;

function encodeHeader(sizes: {
  directoryBytes: number;
  metadataBytes: number;
  dataBytes: number;
  tileCount: number;
  bounds: TileLayers['bounds'];
  maxZoom: number;
}): Buffer {
  const { directoryBytes, metadataBytes, dataBytes, tileCount, bounds, maxZoom } = sizes;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 'ascii');
  header.writeUInt8(3, 7);
  const metadataAt = HEADER_BYTES + directoryBytes;
  const dataAt = metadataAt + metadataBytes;
  // Root directory, metadata, leaf directories, tiles: offset and length of each; then three counts of tiles.
  const words = [
    ...[HEADER_BYTES, directoryBytes, metadataAt, metadataBytes, dataAt, 0, dataAt, dataBytes],
    ...[tileCount, tileCount, tileCount],
  ];
  for (const [index, word] of words.entries()) header.writeBigUInt64LE(BigInt(word), 8 + index * 8);
  const [west, south, east, north] = bounds;
  header.writeUInt8(1, 96);
  header.writeUInt8(Compression.Gzip, 97);
  header.writeUInt8(Compression.Gzip, 98);
  header.writeUInt8(TileType.Mvt, 99);
  header.writeUInt8(0, 100);
  header.writeUInt8(maxZoom, 101);
  for (const [index, degrees] of [west, south, east, north].entries())
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4);
  return header;
}

/** Columns of varints: how many, steps of ids, run lengths, lengths, offsets (0: right after the one before). */
function encodeDirectory(tiles: readonly { id: number; data: Buffer }[]): Buffer {
  const steps = tiles.map(({ id }, index) => id - (tiles[index - 1]?.id ?? 0));
  const offsets = tiles.map((_, index) => (index === 0 ? 1 : 0));
  const columns = [
    ...[tiles.length],
    ...steps,
    ...tiles.map(() => 1),
    ...tiles.map(({ data }) => data.length),
    ...offsets,
  ];
  return Buffer.from(columns.flatMap(varint));
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))];
}

function encodeTile(layers: TileLayers['layers'], z: number, x: number, y: number): Buffer {
  const filled = Object.entries(layers).flatMap(([name, features]) => {
    const tile = cutTile(features, z, x, y);
    return tile === null ? [] : [[name, tile] as const];
  });
  return gzipSync(fromGeojsonVt(Object.fromEntries(filled), { version: 2, extent: 4096 }));
}

/** Null for a tile without features, which the library's own type does not say. */
function cutTile(
  features: FeatureCollection,
  z: number,
  x: number,
  y: number,
): GeoJSONVTTile | null {
  return geoJSONToTile(features, z, x, y, { maxZoom: z, buffer: 64, tolerance: 1 });
}

function tileNumbers(
  [west, south, east, north]: TileLayers['bounds'],
  maxZoom: number,
): [number, number, number][] {
  const tiles: [number, number, number][] = [];
  for (let z = 0; z <= maxZoom; z += 1) {
    const [left, top] = tileAt(west, north, z);
    const [right, bottom] = tileAt(east, south, z);
    for (let x = left; x <= right; x += 1)
      for (let y = top; y <= bottom; y += 1) tiles.push([z, x, y]);
  }
  return tiles;
}

/** Web Mercator. */
function tileAt(lng: number, lat: number, z: number): [number, number] {
  const count = 2 ** z;
  const sin = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  return [Math.floor(((lng + 180) / 360) * count), Math.floor(y * count)];
}

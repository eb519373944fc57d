import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import {
  type Kecamatan,
  type Kelurahan,
  kecamatanSchema,
  kelurahanSchema,
  type Landmark,
  landmarkSchema,
} from '@shared/domain/city-pack';
import { z } from 'zod';

import { type Ring, signedArea } from './geometry';
import { gridToDegrees } from './projection';

const PACK = path.resolve(import.meta.dirname, '../../resources/cities/cilegon');

/** One file of the pack as it stands, unchecked. */
export function readPackJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(PACK, file), 'utf8'));
}

export interface Facts {
  kelurahan: Kelurahan[];
  kecamatan: Kecamatan[];
  landmarks: Landmark[];
}

/** The facts the boundaries are built from; they are edited by hand and never written by a script. */
export function readFacts(): Facts {
  return {
    kelurahan: z.array(kelurahanSchema).parse(readPackJson('kelurahan.json')),
    kecamatan: z.array(kecamatanSchema).parse(readPackJson('kecamatan.json')),
    landmarks: z.array(landmarkSchema).parse(readPackJson('landmarks.json')),
  };
}

/** One GeoJSON feature to be: rings in whole grid steps, counter-clockwise; `properties` null for bare land. */
export interface Area {
  properties: { code: string; name: string } | null;
  rings: readonly Ring[];
}

/** Writes a GeoJSON file of the pack, one feature a line, largest polygon first. @returns its size in bytes */
export function writeAreas(file: string, areas: readonly Area[]): number {
  const features = areas.map(({ properties, rings }) =>
    JSON.stringify({ type: 'Feature', properties, geometry: toGeometry(rings) }),
  );
  const text = `{ "type": "FeatureCollection", "features": [\n${features.join(',\n')}\n] }\n`;
  writeFileSync(path.join(PACK, file), text);
  return Buffer.byteLength(text);
}

function toGeometry(rings: readonly Ring[]) {
  const polygons = [...rings]
    .sort((a, b) => signedArea(b) - signedArea(a))
    .map((ring) => [[...ring, ...ring.slice(0, 1)].map(gridToDegrees)]);
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}

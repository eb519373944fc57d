import type { OfficialBoundaries } from '@shared/domain/boundaries';
import type { CityPack } from '@shared/domain/city-pack';

import { type BoundariesReport, prepareBoundaries } from '../prepare-boundaries';

export interface Feature {
  type: 'Feature';
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates?: unknown; geometries?: unknown } | null;
}
export interface File {
  type: 'FeatureCollection';
  crs?: unknown;
  features: Feature[];
}
interface Given {
  code?: string;
  name?: string;
}

/** A file as the city's own GIS might write it, each defect of which a test adds itself. */
export function buildFile(
  city: CityPack,
  edit: (features: Feature[]) => Feature[] = (features) => features,
): File {
  const features = city.kelurahanAreas.features.map(({ properties, geometry }): Feature => {
    const kelurahan = city.kelurahan.find(({ code }) => code === properties.code);
    const kecamatan = city.kecamatan.find(({ code }) => code === kelurahan?.kecamatanCode);
    return {
      type: 'Feature',
      properties: {
        OBJECTID: 7,
        KDEPUM: properties.code,
        NAMOBJ: kelurahan?.name.toUpperCase(),
        WADMKC: `KEC. ${kecamatan?.name.toUpperCase() ?? ''}`,
      },
      geometry: structuredClone(geometry),
    };
  });
  return { type: 'FeatureCollection', features: edit(features) };
}

/** @throws Error with the problems of a file that is refused */
export function ready(
  city: CityPack,
  file: File | string,
  given: Given = {},
): { boundaries: OfficialBoundaries; report: BoundariesReport } {
  const prepared = prepare(city, file, given);
  if (prepared.kind === 'refused') throw new Error(prepared.problems.join('\n'));
  return prepared;
}

/** Empty for a file that is taken. */
export function problemsOf(city: CityPack, file: File | string, given: Given = {}): string[] {
  const prepared = prepare(city, file, given);
  return prepared.kind === 'refused' ? prepared.problems : [];
}

/** Applies to every position of a feature, in place. */
export function eachPosition({ geometry }: Feature, edit: (position: number[]) => void): void {
  const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.coordinates;
  for (const position of positionsOf(polygons)) edit(position);
}

/** @param polygons coordinates of a MultiPolygon */
export const positionsOf = (polygons: unknown): number[][] => (polygons as number[][][][]).flat(2);

function prepare(city: CityPack, file: File | string, given: Given) {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  return prepareBoundaries({ text, source: 'Peta uji', date: '2026-11-24', given }, city);
}

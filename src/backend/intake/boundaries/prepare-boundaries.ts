import type { OfficialBoundaries } from '@shared/domain/boundaries';
import type { AreaCollection, CityPack } from '@shared/domain/city-pack';

import { checkGivenFields, chooseFields, type GivenFields } from './choose-fields';
import { drawCopy } from './draw-copy';
import { interiorPoint } from './interior-point';
import { matchFeatures } from './match-features';
import {
  boxOf,
  describeOverlaps,
  MAX_OVERLAP_SHARE,
  measureOverlap,
  unite,
} from './measure-overlap';
import { type Polygons, readGeoJson } from './read-geojson';
import { cleanPolygons } from './rings';

export interface BoundariesReport {
  features: number;
  /** Kelurahan of the city that the file has. */
  matched: number;
  /** Kelurahan and kecamatan of the city. */
  kelurahan: number;
  kecamatan: number;
  /** Features that are none of them, in words. */
  unmatched: string[];
  /** What the kelurahan cover more than once, as a share of the city. */
  overlapShare: number;
  /** Positions that look-ups use and that maps draw. */
  vertices: { precise: number; drawn: number };
}

export type Prepared =
  | { kind: 'ready'; boundaries: OfficialBoundaries; report: BoundariesReport }
  /** Every reason why the file cannot be used. */
  | { kind: 'refused'; problems: string[] };

export interface BoundariesFile {
  text: string;
  /** Whose they are. */
  source: string;
  /** WIB day of the import. */
  date: string;
  given: GivenFields;
}

/** A degree: about 110 km. Farther from the city's box than this is another city. */
const FAR_DEGREES = 0.5;

/** A file of official boundaries, read, matched with the city's kelurahan, checked and made ready to be put in force. */
export function prepareBoundaries(file: BoundariesFile, city: CityPack): Prepared {
  const { features, problems } = readGeoJson(file.text);
  problems.push(...(features.length === 0 ? [] : checkGivenFields(features, file.given)));
  if (problems.length > 0) return { kind: 'refused', problems };

  const match = matchFeatures(features, city, chooseFields(features, city, file.given));
  problems.push(...match.problems);
  const shapes = new Map<string, Polygons>();
  for (const [code, parts] of match.parts) {
    const cleaned = parts.map(cleanPolygons).filter((part) => part.length > 0);
    shapes.set(code, cleaned.length === 1 ? (cleaned[0] ?? []) : cleanPolygons(unite(cleaned)));
  }
  problems.push(...checkPlaces(shapes, city));
  if (problems.length > 0) return { kind: 'refused', problems };

  const nameOf = new Map(city.kelurahan.map(({ code, name }) => [code, name]));
  const overlap = measureOverlap(byKecamatan(shapes, city));
  if (overlap > MAX_OVERLAP_SHARE) {
    const areas = [...shapes].map(([code, polygons]) => ({
      name: nameOf.get(code) ?? code,
      polygons,
    }));
    return {
      kind: 'refused',
      problems: [
        `its areas overlap by ${percent(overlap)} of the city, more than ${percent(MAX_OVERLAP_SHARE)}`,
        ...describeOverlaps(areas),
      ],
    };
  }
  const boundaries: OfficialBoundaries = {
    source: file.source,
    date: file.date,
    kelurahanAreas: preciseAreas(shapes, city),
    drawn: drawCopy(shapes, city),
    centers: Object.fromEntries(
      [...shapes].map(([code, polygons]) => [code, interiorPoint(polygons)]),
    ),
  };
  return {
    kind: 'ready',
    boundaries,
    report: {
      features: features.length,
      matched: shapes.size,
      kelurahan: city.kelurahan.length,
      kecamatan: city.kecamatan.length,
      unmatched: match.unmatched,
      overlapShare: Number(overlap.toFixed(6)),
      vertices: {
        precise: countPositions(boundaries.kelurahanAreas),
        drawn: countPositions(boundaries.drawn.kelurahanAreas),
      },
    },
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

/** Areas that have come to nothing, or lie in another part of the world. */
function checkPlaces(
  shapes: ReadonlyMap<string, Polygons>,
  { city, kelurahan }: CityPack,
): string[] {
  const [west, south, east, north] = city.bounds;
  return kelurahan.flatMap(({ code, name }) => {
    const polygons = shapes.get(code);
    if (polygons === undefined) return [];
    if (polygons.length === 0) return [`kelurahan ${name} (${code}) has no area`];
    const box = boxOf(polygons);
    const isNear =
      box.west > west - FAR_DEGREES &&
      box.east < east + FAR_DEGREES &&
      box.south > south - FAR_DEGREES &&
      box.north < north + FAR_DEGREES;
    if (isNear) return [];
    const at = `${box.west.toFixed(3)}, ${box.south.toFixed(3)}`;
    return [`kelurahan ${name} (${code}) lies at ${at}, far from ${city.name}`];
  });
}

function byKecamatan(shapes: ReadonlyMap<string, Polygons>, city: CityPack): Polygons[][] {
  return city.kecamatan.map(({ code }) =>
    city.kelurahan
      .filter(({ kecamatanCode }) => kecamatanCode === code)
      .flatMap((one) => [shapes.get(one.code) ?? []]),
  );
}

function preciseAreas(shapes: ReadonlyMap<string, Polygons>, city: CityPack): AreaCollection {
  return {
    type: 'FeatureCollection',
    features: city.kelurahan.map(({ code, name }) => ({
      type: 'Feature',
      properties: { code, name },
      geometry: { type: 'MultiPolygon', coordinates: shapes.get(code) ?? [] },
    })),
  };
}

const countPositions = ({ features }: AreaCollection): number =>
  features.reduce((sum, { geometry }) => sum + geometry.coordinates.flat(2).length, 0);

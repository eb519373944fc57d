import type { OfficialBoundaries } from '@shared/domain/boundaries';
import type { CityPack } from '@shared/domain/city-pack';
import { beforeAll, describe, expect, it } from 'vitest';

import { denseAreas } from '../../../../scripts/bench/locate/dense-areas';
import { loadCilegon } from '../../../../tests/support/cilegon';
import * as files from './testing/boundary-files';
import { eachPosition, type Feature, positionsOf } from './testing/boundary-files';

let city: CityPack;
beforeAll(async () => {
  city = await loadCilegon();
});
const buildFile = (edit?: (features: Feature[]) => Feature[]): files.File =>
  files.buildFile(city, edit);
const ready = (file: files.File | string, given?: { code?: string; name?: string }) =>
  files.ready(city, file, given);

const WHOLE = { matched: 43, kelurahan: 43, kecamatan: 8, unmatched: [] };

describe('what is taken as it comes', () => {
  const rename =
    (from: string, to: string, value: (text: string) => unknown) => (file: Feature[]) =>
      file.map((feature) => {
        const { [from]: old, ...rest } = feature.properties;
        return { ...feature, properties: { ...rest, [to]: value(String(old)) } };
      });
  const without =
    (...fields: string[]) =>
    (file: Feature[]) =>
      file.map((feature) => ({
        ...feature,
        properties: Object.fromEntries(
          Object.entries(feature.properties).filter(([name]) => !fields.includes(name)),
        ),
      }));

  it.each<[string, (features: Feature[]) => Feature[]]>([
    ['codes with dots', (file) => file],
    ['codes without dots', rename('KDEPUM', 'KODE', (code) => code.replaceAll('.', ''))],
    ['codes as numbers', rename('KDEPUM', 'code', (code) => Number(code.replaceAll('.', '')))],
    ['a lower-case code field', rename('KDEPUM', 'kode_kel', (code) => code)],
    ['names only, in capitals', without('KDEPUM')],
    [
      'names with prefixes',
      (file) => rename('NAMOBJ', 'KELURAHAN', (name) => `KEL. ${name}`)(without('KDEPUM')(file)),
    ],
    [
      'names with other blanks',
      (file) =>
        rename('NAMOBJ', 'WADMKD', (name) => name.replaceAll(' ', ''))(without('KDEPUM')(file)),
    ],
    ['names without their kecamatan', without('KDEPUM', 'WADMKC')],
    [
      'alias spellings',
      (file) =>
        without('KDEPUM')(file).map((feature) => ({
          ...feature,
          properties: {
            ...feature.properties,
            NAMOBJ:
              city.kelurahan
                .find(({ name }) => name.toUpperCase() === feature.properties['NAMOBJ'])
                ?.aliases.at(-1) ?? feature.properties['NAMOBJ'],
          },
        })),
    ],
    [
      'codes of another system beside the names',
      rename('KDEPUM', 'KODE_BPS', (code) => `3672${code.slice(6, 8)}0${code.slice(10)}`),
    ],
  ])('%s', (_name, edit) => {
    expect(ready(buildFile(edit)).report).toMatchObject({ features: 43, ...WHOLE });
  });

  it('takes the fields a person names', () => {
    const file = buildFile(rename('NAMOBJ', 'X1', (name) => name));
    expect(ready(file, { name: 'X1' }).report.matched).toBe(43);
    expect(ready(file, { code: 'KDEPUM' }).report.matched).toBe(43);
  });

  it('puts several features of one kelurahan together, touching or not', () => {
    const file = buildFile((features) =>
      features.flatMap((feature) => {
        const { geometry } = feature;
        if (geometry?.type !== 'MultiPolygon') return [feature];
        return (geometry.coordinates as unknown[]).map((coordinates) => ({
          ...feature,
          geometry: { type: 'Polygon', coordinates },
        }));
      }),
    );
    const whole = ready(buildFile());
    const parts = ready(file);
    expect(file.features.length).toBeGreaterThan(43);
    expect(parts.report).toMatchObject({ features: file.features.length, ...WHOLE });
    expect(parts.boundaries.drawn.kecamatanAreas.features.map(shapeCount)).toEqual(
      whole.boundaries.drawn.kecamatanAreas.features.map(shapeCount),
    );
  });

  it('dissolves two halves of a kelurahan that share a line', () => {
    const halved = buildFile((features) =>
      features.flatMap((feature, index) => (index === 0 ? halves(feature) : [feature])),
    );
    const { boundaries, report } = ready(halved);
    expect(report).toMatchObject({ features: 44, ...WHOLE });
    expect(shapeCount(boundaries.kelurahanAreas.features[0])).toBe(1);
  });

  it('keeps the islands of a kelurahan, in the precise and in the drawn shapes', () => {
    const { boundaries } = ready(buildFile());
    const islands = ({ geometry }: { geometry: { type: string; coordinates: unknown[] } }) =>
      geometry.type === 'MultiPolygon' ? geometry.coordinates.length : 1;
    const wanted = city.kelurahanAreas.features.map(islands);
    expect(Math.max(...wanted)).toBeGreaterThan(1);
    expect(boundaries.kelurahanAreas.features.map(islands)).toEqual(wanted);
    expect(boundaries.drawn.kelurahanAreas.features.map(islands)).toEqual(wanted);
  });

  it('leaves heights out and turns rings that run the wrong way', () => {
    const file = buildFile((features) =>
      features.map((feature) => {
        eachPosition(feature, (position) => position.push(12.5));
        const { geometry } = feature;
        const rings = geometry?.type === 'Polygon' ? [geometry.coordinates] : geometry?.coordinates;
        for (const ring of (rings as number[][][][]).flat()) ring.reverse();
        return feature;
      }),
    );
    expect(ready(file).boundaries.kelurahanAreas).toEqual(
      ready(buildFile()).boundaries.kelurahanAreas,
    );
  });

  it('reads areas inside a geometry collection and a byte-order mark', () => {
    const file = buildFile((features) =>
      features.map((feature) => ({
        ...feature,
        geometry: { type: 'GeometryCollection', geometries: [feature.geometry] },
      })),
    );
    expect(ready(`\uFEFF${JSON.stringify(file)}`).report).toMatchObject(WHOLE);
  });

  it('names what belongs to no kelurahan of the city and leaves it out', () => {
    const file = buildFile((features) => {
      const [first] = features;
      const stranger = (properties: Record<string, unknown>): Feature => ({
        type: 'Feature',
        properties,
        geometry: first?.geometry ?? null,
      });
      return [
        ...features,
        stranger({ KDEPUM: '36.04.15.2001', NAMOBJ: 'CITANGKIL', WADMKC: 'LAIN' }),
        stranger({ NAMOBJ: 'GEREM', WADMKC: 'KEC. KABUPATEN LAIN' }),
        { type: 'Feature', properties: { NAMOBJ: 'GEREM', WADMKC: 'GROGOL' }, geometry: null },
      ];
    });
    expect(ready(file).report).toMatchObject({
      features: 46,
      matched: 43,
      unmatched: [
        'feature 44 (CITANGKIL, 36.04.15.2001)',
        'feature 45 (GEREM)',
        'feature 46 (GEREM): has no area',
      ],
    });
  });
});

describe('many corners', () => {
  it('keeps the precision of the file for look-ups and draws far fewer, with common borders', () => {
    const dense = denseAreas(city.kelurahanAreas, 0.0002, 112);
    const file = buildFile((features) =>
      features.map((feature, index) => ({
        ...feature,
        geometry: dense.features[index]?.geometry ?? null,
      })),
    );
    const { boundaries, report } = ready(file);
    expect(report.vertices.precise).toBeGreaterThan(10_000);
    expect(report.vertices.drawn).toBeLessThan(report.vertices.precise / 3);
    expect(report.overlapShare).toBeLessThan(1e-9);
    expect(positionsOf(boundaries.kelurahanAreas.features[3]?.geometry.coordinates)).toEqual(
      positionsOf(dense.features[3]?.geometry.coordinates),
    );
    // Each inner line is met once from either side: no slivers between neighbours.
    expect(linesMetOnce(boundaries)).toBeLessThan(report.vertices.drawn / 3);
    expect(boundaries.drawn.kecamatanAreas.features.every((one) => holesOf(one) === 0)).toBe(true);
  }, 60_000);

  it('takes neighbours that overlap by slivers and says by how much', () => {
    const file = buildFile((features) => {
      const [first] = features;
      if (first !== undefined)
        eachPosition(first, (position) => (position[0] = (position[0] ?? 0) + 0.0003));
      return features;
    });
    const { report } = ready(file);
    expect(report.overlapShare).toBeGreaterThan(0);
    expect(report.overlapShare).toBeLessThan(0.005);
  });
});

interface Area {
  geometry: { type: string; coordinates: unknown[] };
}
const shapeCount = (area: Area | undefined): number => area?.geometry.coordinates.length ?? 0;
const holesOf = ({ geometry }: Area): number =>
  (geometry.coordinates as unknown[][]).reduce((sum, rings) => sum + rings.length - 1, 0);

/** Sides of the drawn kelurahan that no neighbour has: the coast and the city's outer border. */
function linesMetOnce({ drawn }: OfficialBoundaries): number {
  const met = new Map<string, number>();
  for (const { geometry } of drawn.kelurahanAreas.features) {
    for (const ring of (geometry.coordinates as number[][][][]).flat()) {
      ring.slice(1).forEach((end, index) => {
        const key = [String(ring[index]), String(end)].sort().join(' ');
        met.set(key, (met.get(key) ?? 0) + 1);
      });
    }
  }
  return [...met.values()].filter((count) => count === 1).length;
}

/** A polygon cut along a meridian, by hand: left and right of the middle of its box. */
function halves(feature: Feature): Feature[] {
  const { geometry } = feature;
  const [ring = []] = (
    geometry?.type === 'Polygon' ? geometry.coordinates : (geometry?.coordinates as unknown[])[0]
  ) as number[][][];
  // A fan: the triangle of the first three corners, and the rest.
  const [a = [], b = [], c = [], ...rest] = ring;
  const part = (coordinates: number[][]): Feature => ({
    ...feature,
    geometry: { type: 'Polygon', coordinates: [coordinates] },
  });
  return [part([a, b, c, a]), part([a, c, ...rest])];
}

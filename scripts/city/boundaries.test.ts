import {
  type AreaCollection,
  areaCollectionSchema,
  landCollectionSchema,
} from '@shared/domain/city-pack';
import * as polyclip from 'polyclip-ts';
import { describe, expect, it } from 'vitest';

import { overlapSquareKilometers, squareKilometers } from './area';
import { closed } from './coast';
import { isInsideRing, type Point, type Ring, signedArea } from './geometry';
import { ISLANDS, KNOWN_PLACES } from './known-places';
import { readFacts, readPackJson } from './pack-files';
import { degreesToGrid } from './projection';
import { dissolve, isSimpleRing } from './topology';

const facts = readFacts();
const kelurahan = ringsByCode(areaCollectionSchema.parse(readPackJson('kelurahan.geojson')));
const kecamatan = ringsByCode(areaCollectionSchema.parse(readPackJson('kecamatan.geojson')));
const land = landRings('land.geojson');
const regionLand = landRings('region-land.geojson');
const allRings = [...kelurahan.values()].flat();

/** The committed outline of each area, in whole grid steps; fails on a hole, a coordinate off the grid or an open ring. */
function ringsByCode(areas: AreaCollection): Map<string, Ring[]> {
  return new Map(
    areas.features.map(({ properties, geometry }) => [
      properties.code,
      (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(
        (polygon) => {
          if (polygon.length !== 1 || !polygon[0]) throw new Error(`${properties.name} has a hole`);
          return toGridRing(polygon[0]);
        },
      ),
    ]),
  );
}

function landRings(file: string): Ring[] {
  return landCollectionSchema
    .parse(readPackJson(file))
    .features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
    )
    .map(toGridRing);
}

function toGridRing(ring: readonly Point[]): Ring {
  if (String(ring[0]) !== String(ring.at(-1))) throw new Error('a ring is not closed');
  const offGrid = ring.flat().find((degrees) => Number(degrees.toFixed(5)) !== degrees);
  if (offGrid !== undefined) throw new Error(`${offGrid} has more than five decimals`);
  return ring.slice(0, -1).map(degreesToGrid);
}

function codesAt(areas: ReadonlyMap<string, Ring[]>, lngLat: Point): string[] {
  return [...areas]
    .filter(([, rings]) => rings.some((ring) => isInsideRing(degreesToGrid(lngLat), ring)))
    .map(([code]) => code);
}

function positionOf(landmark: string): Point {
  const found = facts.landmarks.find(({ name }) => name === landmark);
  if (!found) throw new Error(`no landmark ${landmark}`);
  return found.lngLat;
}

/** Rings as comparable text: each starts at its smallest vertex. */
function normalised(rings: readonly Ring[]): string[] {
  return rings
    .map((ring) => {
      const texts = ring.map(String);
      const first = texts.indexOf(texts.toSorted()[0] ?? '');
      return [...texts.slice(first), ...texts.slice(0, first)].join(' ');
    })
    .toSorted();
}

describe('the schematic boundaries', () => {
  it('draw each of the 43 kelurahan and 8 kecamatan once', () => {
    expect([...kelurahan.keys()]).toEqual(facts.kelurahan.map(({ code }) => code));
    expect([...kecamatan.keys()]).toEqual(facts.kecamatan.map(({ code }) => code));
    expect([kelurahan.size, kecamatan.size]).toEqual([43, 8]);
  });

  it('are simple counter-clockwise rings', () => {
    for (const ring of [...allRings, ...[...kecamatan.values()].flat(), ...land, ...regionLand]) {
      expect(signedArea(ring)).toBeGreaterThan(0);
      expect(isSimpleRing(ring)).toBe(true);
    }
  });

  it('give each kelurahan its area within 1 % and the city within 0.1 %', () => {
    for (const { code, areaKm2 } of facts.kelurahan) {
      expect(
        Math.abs(squareKilometers(kelurahan.get(code) ?? []) / areaKm2 - 1),
        code,
      ).toBeLessThan(0.01);
    }
    const total = facts.kelurahan.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
    expect(Math.abs(squareKilometers(allRings) / total - 1)).toBeLessThan(0.001);
  });

  it('never overlap', () => {
    expect(overlapSquareKilometers(allRings)).toBeLessThan(1e-9);
  });

  it('leave no gap: what the kelurahan do not share among them is one coast-and-border line and five islands', () => {
    const outline = dissolve(allRings);

    expect(outline).toHaveLength(1 + ISLANDS.length);
    expect(outline.every((ring) => signedArea(ring) > 0)).toBe(true);
  });

  it('make each kecamatan of exactly its kelurahan', () => {
    for (const { code } of facts.kecamatan) {
      const parts = [...kelurahan].flatMap(([own, rings]) =>
        own.startsWith(`${code}.`) ? rings : [],
      );
      expect(normalised(dissolve(parts))).toEqual(normalised(kecamatan.get(code) ?? []));
    }
  });

  it('keep to the land, but for the rounding where a border meets the coast', () => {
    const onLand = polyclip
      .intersection(
        allRings.map((ring) => [closed(ring)]),
        land.map((ring) => [closed(ring)]),
      )
      .flat()
      .map((ring) => ring.slice(0, -1));

    expect(squareKilometers(allRings) - squareKilometers(onLand)).toBeLessThan(0.005);
  });

  it('hold each kelurahan’s own point, and no other kelurahan does', () => {
    for (const { code, center } of facts.kelurahan)
      expect(codesAt(kelurahan, center)).toEqual([code]);
  });

  it.each(KNOWN_PLACES)('put $landmark into $within', ({ landmark, within }) => {
    const [code = ''] = codesAt(kelurahan, positionOf(landmark));
    expect(code.startsWith(within) || positionIsOffshore(landmark), code).toBe(true);
  });

  it.each<[string, Point, boolean]>([
    ['Jakarta', [106.83, -6.2], true],
    ['Madura', [113.8, -7.0], true],
    ['Lampung', [105.2, -5.3], true],
    ['the Sunda Strait', [105.6, -6.0], false],
    ['the Java Sea', [110, -5.5], false],
  ])('lie in a region where %s is on the right side of the coast', (_name, lngLat, isLand) => {
    expect(regionLand.some((ring) => isInsideRing(degreesToGrid(lngLat), ring))).toBe(isLand);
  });

  it.each(ISLANDS)('put $landmark into $kelurahanCode', ({ landmark, kelurahanCode }) => {
    expect(codesAt(kelurahan, positionOf(landmark))).toEqual([kelurahanCode]);
  });
});

/** A quay built since the coast was surveyed lies in no area. */
function positionIsOffshore(landmark: string): boolean {
  return !land.some((ring) => isInsideRing(degreesToGrid(positionOf(landmark)), ring));
}

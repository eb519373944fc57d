import type { AreaCollection } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import { beforeAll, describe, expect, it } from 'vitest';

import { denseAreas } from '../../../scripts/bench/locate/dense-areas';
import { createSeededRandom } from '../../../tests/stream/seeded-random';
import { loadCilegon } from '../../../tests/support/cilegon';
import { type AreaIndex, BORDER_TOLERANCE_METERS, createAreaIndex } from './area-index';
import { groundMeters } from './ground-meters';

type Shape = AreaCollection['features'][number];

const square = (west: number, south: number, east: number, north: number): LngLat[][] => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];
const shape = (code: string, ...polygons: LngLat[][][]): Shape => ({
  type: 'Feature',
  properties: { code, name: code },
  geometry: { type: 'MultiPolygon', coordinates: polygons },
});
const collection = (...features: Shape[]): AreaCollection => ({
  type: 'FeatureCollection',
  features,
});

describe('areas by hand', () => {
  const [hole] = square(106.04, -6.06, 106.06, -6.04);
  const [outside] = square(106, -6.1, 106.1, -6);
  const index = createAreaIndex(
    collection(
      shape('b', square(106.1, -6.1, 106.2, -6), square(106.3, -6.01, 106.31, -6)),
      shape('a', [outside ?? [], hole ?? []]),
    ),
  );

  it.each<[string, LngLat, string | null]>([
    ['inside', [106.01, -6.05], 'a'],
    ['inside the neighbour', [106.15, -6.05], 'b'],
    ['on an island of the neighbour', [106.305, -6.005], 'b'],
    ['in a hole', [106.05, -6.05], null],
    ['outside', [106.25, -6.05], null],
    ['on the other side of the world', [-73.9, 40.7], null],
    ['half a metre off the coast', [106.15, -5.999_996], 'b'],
    ['two metres off the coast', [106.15, -5.999_98], null],
  ])('%s', (_name, point, code) => {
    expect(index.find(point)).toBe(code);
  });

  it('gives a point on a common border to one side, whichever comes first in the file', () => {
    const [a, b] = [square(106, -6.1, 106.1, -6), square(106.1, -6.1, 106.2, -6)];
    const border: LngLat[] = [
      [106.1, -6.1],
      [106.1, -6.05],
      [106.1, -6],
    ];
    const one = createAreaIndex(collection(shape('a', a), shape('b', b)));
    const other = createAreaIndex(collection(shape('b', b), shape('a', a)));
    expect(border.map((point) => one.find(point))).toEqual(
      border.map((point) => other.find(point)),
    );
    expect(border.every((point) => one.find(point) !== null)).toBe(true);
  });

  it('gives the lowest code what a file covers twice', () => {
    const twice = createAreaIndex(
      collection(
        shape('b', square(106, -6.1, 106.1, -6)),
        shape('a', square(106.05, -6.1, 106.15, -6)),
      ),
    );
    expect(twice.find([106.07, -6.05])).toBe('a');
  });

  it('measures to the nearest border in metres over the ground', () => {
    // A hundredth of a degree of longitude at 6° S: 1,107.0 m on the ellipsoid.
    const { code, distanceMeters } = index.nearest([106.21, -6.05]) ?? {
      code: '',
      distanceMeters: 0,
    };
    expect(code).toBe('b');
    expect(distanceMeters).toBeGreaterThan(1_106);
    expect(distanceMeters).toBeLessThan(1_108.5);
    expect(index.distanceToBorder([106.21, -6.05], new Set(['a']))).toBeCloseTo(
      groundMeters([106.21, -6.05], [106.1, -6.05]),
      3,
    );
  });

  it('knows nothing of areas that are not there', () => {
    const empty = createAreaIndex(collection());
    expect(empty.find([106, -6])).toBeNull();
    expect(empty.nearest([106, -6])).toBeNull();
    expect(index.distanceToBorder([106, -6], new Set(['c']))).toBeNull();
  });
});

describe('a partition of many corners', () => {
  const SEED = 20_261_124;
  let areas: AreaCollection;
  let index: AreaIndex;
  beforeAll(async () => {
    areas = denseAreas((await loadCilegon()).kelurahanAreas, 0.0008, SEED);
    index = createAreaIndex(areas);
  });

  it(`agrees with exact arithmetic, on borders and corners too (seed ${SEED})`, () => {
    const random = createSeededRandom(SEED);
    const corners = areas.features.flatMap(
      ({ geometry }) => geometry.coordinates.flat(2) as LngLat[],
    );
    const points = Array.from({ length: 1_000 }, (): LngLat => {
      const corner = random.pick(corners) ?? [106, -6];
      const next = corners[corners.indexOf(corner) + 1] ?? corner;
      switch (random.integer(0, 4)) {
        case 0:
          return corner;
        case 1:
          return [(corner[0] + next[0]) / 2, (corner[1] + next[1]) / 2];
        case 2:
          // The next number that a double can hold, or the one after.
          return [corner[0] + random.integer(-2, 2) * 2 ** -46, corner[1]];
        case 3:
          return [corner[0] - random.next() * 0.01, corner[1]];
        default:
          return [105.9 + random.next() * 0.22, -6.1 + random.next() * 0.25];
      }
    });
    for (const point of points) {
      const exact = areas.features.filter((area) => isInsideExactly(point, area));
      expect(exact.length, `${String(point)} is in one area or none`).toBeLessThan(2);
      const found = index.find(point);
      if (exact[0] !== undefined) expect(found, String(point)).toBe(exact[0].properties.code);
      else if (found !== null)
        expect(index.nearest(point)?.distanceMeters, String(point)).toBeLessThanOrEqual(
          BORDER_TOLERANCE_METERS,
        );
    }
  });

  it('finds the same nearest border as a look at every side', () => {
    const random = createSeededRandom(SEED);
    const codes = areas.features.map(({ properties }) => properties.code);
    for (let nth = 0; nth < 25; nth += 1) {
      const point: LngLat = [105.5 + random.next(), -6.5 + random.next()];
      const distances = codes.map((code) => index.distanceToBorder(point, new Set([code])) ?? 0);
      expect(index.nearest(point)?.distanceMeters).toBe(Math.min(...distances));
    }
  });
});

/** Even-odd rule in whole numbers: doubles between 1/2 and 128 are whole multiples of 2^-53. */
function isInsideExactly([lng, lat]: LngLat, { geometry }: Shape): boolean {
  const [x, y] = [exact(lng), exact(lat)];
  let isInside = false;
  for (const ring of (geometry.coordinates as LngLat[][][]).flat()) {
    ring.slice(1).forEach((end, index) => {
      const start = ring[index] ?? end;
      const [low, high] = start[1] < end[1] ? [start, end] : [end, start];
      // Comparing doubles is exact as it is.
      if (low[1] > lat || high[1] <= lat) return;
      const [x1, y1, x2, y2] = [exact(low[0]), exact(low[1]), exact(high[0]), exact(high[1])];
      if ((x2 - x1) * (y - y1) - (x - x1) * (y2 - y1) > 0n) isInside = !isInside;
    });
  }
  return isInside;
}

const exact = (value: number): bigint => BigInt(value * 2 ** 53);

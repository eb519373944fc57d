import { describe, expect, it } from 'vitest';

import type { LngLat } from './lng-lat';
import { type AreaSource, locateArea } from './locate-area';

const ring = (west: number, south: number, east: number, north: number): LngLat[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

const city: AreaSource = {
  kelurahan: [
    { code: '99.99.01.1001', kecamatanCode: '99.99.01' },
    { code: '99.99.02.1001', kecamatanCode: '99.99.02' },
  ],
  kelurahanAreas: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: '99.99.01.1001', name: 'A' },
        geometry: { type: 'Polygon', coordinates: [ring(0, 0, 10, 10), ring(4, 4, 6, 6)] },
      },
      {
        type: 'Feature',
        properties: { code: '99.99.02.1001', name: 'B' },
        geometry: {
          type: 'MultiPolygon',
          coordinates: [[ring(10, 0, 20, 10)], [ring(30, 0, 31, 1)]],
        },
      },
    ],
  },
};

const A = { kind: 'in_city', kecamatanCode: '99.99.01', kelurahanCode: '99.99.01.1001' };
const B = { kind: 'in_city', kecamatanCode: '99.99.02', kelurahanCode: '99.99.02.1001' };
const OUTSIDE = { kind: 'outside_city', kelurahanText: null, kecamatanText: null };

describe('locateArea', () => {
  it.each<[string, LngLat, unknown]>([
    ['inside', [1, 1], A],
    ['inside the neighbour', [15, 5], B],
    ['on an island of the neighbour', [30.5, 0.5], B],
    ['in a hole', [5, 5], OUTSIDE],
    ['outside', [25, 5], OUTSIDE],
    ['far away', [-120, 60], OUTSIDE],
  ])('%s', (_name, point, expected) => {
    expect(locateArea(city, point)).toEqual(expected);
  });

  it('gives a point on a common border to exactly one side', () => {
    expect([A, B]).toContainEqual(locateArea(city, [10, 5]));
  });

  it('does not guess without a position', () => {
    expect(locateArea(city, null)).toEqual({ kind: 'unknown' });
  });
});

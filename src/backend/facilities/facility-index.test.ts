import type { Facility, FacilityGeometry } from '@shared/domain/facility';
import type { LngLat } from '@shared/domain/lng-lat';
import { describe, expect, test } from 'vitest';

import { createFacilityIndex } from './facility-index';
import { createLocalPlane } from './local-plane';
import { distanceToShape, shapeOf } from './shape-distance';

const CENTER: LngLat = [106, -6];
const plane = createLocalPlane(CENTER);

function facility(id: string, geometry: FacilityGeometry): Facility {
  return {
    id,
    kind: 'hydrant',
    name: null,
    geometry,
    lngLat: CENTER,
    origin: { index: 0, featureId: null },
  };
}

describe('distances', () => {
  // Geodesics on WGS 84 by Vincenty's formulae.
  test.each<[LngLat, LngLat, number]>([
    [[106, -6], [106.01, -6], 1_107.14],
    [[106, -6], [106, -6.01], 1_105.86],
    [[105.92, -5.9], [106.09, -6.07], 26_602.4],
  ])('from %j to %j is %d m', (from, to, meters) => {
    const index = createFacilityIndex(
      [facility('a', { type: 'Point', coordinates: to })],
      createLocalPlane(CENTER),
    );
    const found = index.nearest(from, 1)[0]?.distanceMeters ?? 0;
    expect(Math.abs(found - meters) / meters).toBeLessThan(0.001);
  });

  test('go to the nearest point of a line, and are 0 inside of an area but not in its hole', () => {
    const line: FacilityGeometry = {
      type: 'LineString',
      coordinates: [
        [106, -6],
        [106.1, -6],
      ],
    };
    expect(createFacilityIndex([facility('a', line)], plane).nearest([106.05, -6.001], 1)).toEqual([
      { facility: facility('a', line), distanceMeters: expect.closeTo(110.58, 1) as number },
    ]);
    const ring = (half: number): LngLat[] => [
      [106 - half, -6 - half],
      [106 + half, -6 - half],
      [106 + half, -6 + half],
      [106 - half, -6 + half],
      [106 - half, -6 - half],
    ];
    const area = shapeOf({ type: 'Polygon', coordinates: [ring(0.02), ring(0.01)] }, plane);
    expect(distanceToShape(plane.toPlane([106.015, -6]), area)).toBe(0);
    expect(distanceToShape(plane.toPlane([106, -6]), area)).toBeGreaterThan(1_000);
  });
});

test('finds what a plain scan of every shape finds', () => {
  const seed = 20_261_124;
  const random = createRandom(seed);
  const near = (): LngLat => [105.9 + random() * 0.2, -6.1 + random() * 0.2];
  const facilities = Array.from({ length: 400 }, (_, i) => {
    const [a, b, c] = [near(), near(), near()];
    const geometry: FacilityGeometry =
      i % 3 === 0
        ? { type: 'Point', coordinates: a }
        : i % 3 === 1
          ? { type: 'LineString', coordinates: [a, b] }
          : { type: 'Polygon', coordinates: [[a, b, c, a]] };
    return facility(String(i), geometry);
  });
  const index = createFacilityIndex(facilities, plane);
  for (let round = 0; round < 200; round += 1) {
    const from = near();
    const scanned = facilities
      .map(({ geometry }) => distanceToShape(plane.toPlane(from), shapeOf(geometry, plane)))
      .sort((x, y) => x - y)
      .slice(0, 5);
    const found = index.nearest(from, 5).map(({ distanceMeters }) => distanceMeters);
    expect(found, `seed ${String(seed)}, round ${String(round)}`).toEqual(scanned);
  }
});

test('finds all there are when more are asked for, and nothing where there is nothing', () => {
  const one = facility('a', { type: 'Point', coordinates: [106, -6] });
  expect(createFacilityIndex([one], plane).nearest(CENTER, 5)).toHaveLength(1);
  expect(createFacilityIndex([], plane).nearest(CENTER, 5)).toEqual([]);
});

/** Mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import { describe, expect, it } from 'vitest';

import { diffFeatures, type MapFeature } from './feature-diff';

function point(id: number, lng: number, properties: Record<string, unknown> = {}): MapFeature {
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [lng, 0] }, properties };
}

describe('diffFeatures', () => {
  it('is null when nothing changed', () => {
    expect(diffFeatures([point(1, 5, { a: 1 })], [point(1, 5, { a: 1 })])).toBeNull();
  });

  it('adds, removes and moves by id', () => {
    const diff = diffFeatures([point(1, 5), point(2, 5)], [point(2, 6), point(3, 7)]);
    expect(diff?.add?.map((feature) => feature.id)).toEqual([3]);
    expect(diff?.remove).toEqual([1]);
    expect(diff?.update).toEqual([
      {
        id: 2,
        newGeometry: { type: 'Point', coordinates: [6, 0] },
        addOrUpdateProperties: [],
        removeProperties: [],
      },
    ]);
  });

  it('carries only the properties that changed, and names those that went', () => {
    const diff = diffFeatures([point(1, 5, { a: 1, b: 2, c: 3 })], [point(1, 5, { a: 1, b: 4 })]);
    expect(diff?.update).toEqual([
      { id: 1, addOrUpdateProperties: [{ key: 'b', value: 4 }], removeProperties: ['c'] },
    ]);
  });
});

import type { PositionTuple } from '@shared/protocol/positions';
import { describe, expect, it } from 'vitest';

import { MAX_UNIT_LABELS, unitLabelFeatures } from './features-of-unit-labels';
import { unitFeatureDiff, unitMark } from './features-of-units';
import { buildUnit } from './testing/build-map-records';

const unit = buildUnit({ id: 'DMK-01' });
const driving: PositionTuple = ['DMK-01', 106, -6, 90, 8, 1_000];

describe('unitMark', () => {
  it('points where a driving unit goes', () => {
    expect(unitMark(unit, driving, 1, 'committed', 'live').headingDeg).toBe(90);
  });

  it.each([
    ['stands', ['DMK-01', 106, -6, 90, 0.1, 1_000] satisfies PositionTuple, 'live'],
    ['has no known heading', ['DMK-01', 106, -6, null, 8, 1_000] satisfies PositionTuple, 'live'],
    ['has not been heard of lately', driving, 'stale'],
  ] as const)('points nowhere when a unit %s', (_, position, freshness) => {
    expect(unitMark(unit, [...position], 1, 'committed', freshness).headingDeg).toBeLessThan(0);
  });
});

describe('unitFeatureDiff', () => {
  const before = unitMark(unit, driving, 1, 'committed', 'live');

  it('is null when nothing changed', () => {
    expect(unitFeatureDiff(before, { ...before }, 'icon')).toBeNull();
  });

  it('carries only place and time of a unit that moved straight on', () => {
    const after = unitMark(unit, ['DMK-01', 106.1, -6, 90, 8, 2_000], 1, 'committed', 'live');
    expect(unitFeatureDiff(before, after, 'icon')).toEqual({
      id: 1,
      newGeometry: { type: 'Point', coordinates: [106.1, -6] },
      addOrUpdateProperties: [{ key: 'observedAtMs', value: 2_000 }],
    });
  });

  it('changes the icon when the position has become old', () => {
    const after = unitMark(unit, driving, 1, 'committed', 'stale');
    expect(unitFeatureDiff(before, after, 'old')?.addOrUpdateProperties).toContainEqual({
      key: 'icon',
      value: 'old',
    });
  });
});

describe('unitLabelFeatures', () => {
  const marks = Array.from({ length: MAX_UNIT_LABELS + 50 }, (_, index) =>
    unitMark(
      buildUnit({ id: `U-${String(index)}`, isSos: index === 7 }),
      [`U-${String(index)}`, 106, -6, null, null, 0],
      index + 1,
      index < 3 ? 'committed' : 'available',
      'live',
    ),
  );

  it('names all when there are few, the committed first', () => {
    const names = unitLabelFeatures(marks.slice(0, 5).toReversed(), [105, -7, 107, -5], 'all');
    expect(names).toHaveLength(5);
    expect(names[0]?.properties.class).toBe('committed');
  });

  it('names only those in danger or on an incident when there are too many', () => {
    const names = unitLabelFeatures(marks, [105, -7, 107, -5], 'all').map(
      ({ properties }) => properties.name,
    );
    expect(names).toEqual(['SOS · U-7', 'U-0', 'U-1', 'U-2']);
  });

  it('names only those at work where only they are wanted', () => {
    const names = unitLabelFeatures(marks.slice(0, 5), [105, -7, 107, -5], 'busy');
    expect(names.map(({ properties }) => properties.name)).toEqual(['U-0', 'U-1', 'U-2']);
  });

  it('names nothing that is out of view', () => {
    expect(unitLabelFeatures(marks, [100, -7, 101, -5], 'all')).toEqual([]);
  });
});

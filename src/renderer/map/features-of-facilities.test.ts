import type { Facility, FacilityGeometry } from '@shared/domain/facility';
import { expect, test } from 'vitest';

import { facilityFeatures } from './features-of-facilities';
import { createIdInterner } from './intern-ids';

const facility = (id: string, geometry: FacilityGeometry): Facility => ({
  id,
  kind: 'industry',
  name: null,
  geometry,
  lngLat: [106.01, -6],
  origin: { index: 0, featureId: null },
});

test('a point is drawn by its icon alone', () => {
  const ids = createIdInterner();
  const point = facility('a', { type: 'Point', coordinates: [106.01, -6] });
  expect(facilityFeatures([point], ids)).toEqual([
    {
      type: 'Feature',
      id: ids.idOf('a'),
      geometry: { type: 'Point', coordinates: [106.01, -6] },
      properties: { kind: 'industry', name: '', role: 'icon' },
    },
  ]);
});

test('a line or an area is drawn as itself too, under an id of its own', () => {
  const geometry: FacilityGeometry = {
    type: 'LineString',
    coordinates: [
      [106, -6],
      [106.02, -6],
    ],
  };
  const [icon, shape] = facilityFeatures([facility('a', geometry)], createIdInterner());
  expect(icon?.properties.role).toBe('icon');
  expect(shape).toMatchObject({ geometry, properties: { role: 'shape' } });
  expect(shape?.id).not.toBe(icon?.id);
});

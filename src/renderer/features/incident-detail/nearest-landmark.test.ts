import { describe, expect, it } from 'vitest';

import { nearestLandmark, windOf } from './nearest-landmark';

const market = { name: 'Pasar', category: 'pasar', lngLat: [106, -6] as [number, number] };
const harbour = { name: 'Dermaga', category: 'dermaga', lngLat: [106.02, -6] as [number, number] };

describe('nearest landmark', () => {
  it('says how far and in which direction the place lies from the landmark', () => {
    const found = nearestLandmark([106.0018, -5.9982], [harbour, market]);
    expect(found).toMatchObject({ name: 'Pasar', direction: 'ne', isApproximate: false });
    expect(found?.distanceMeters).toBeCloseTo(282, 0);
  });

  it('says when the landmark itself is an estimate', () => {
    const found = nearestLandmark([106, -6.001], [{ ...market, approximateMeters: 150 }]);
    expect(found).toMatchObject({ direction: 's', isApproximate: true });
  });

  it('finds nothing where every landmark is too far to help', () => {
    expect(nearestLandmark([113.86, -7.01], [market, harbour])).toBeNull();
  });
});

it.each([
  [0, 'n'],
  [22.4, 'n'],
  [22.6, 'ne'],
  [180, 's'],
  [337.4, 'nw'],
  [337.6, 'n'],
])('a bearing of %d° is %s', (bearing, wind) => expect(windOf(bearing)).toBe(wind));

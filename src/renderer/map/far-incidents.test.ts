import { describe, expect, it } from 'vitest';

import { automaticBounds, openSetKey } from './auto-view';
import { farIncidents } from './far-incidents';
import { placedOpenIncidents } from './features-of-incidents';
import { buildCity, buildIncident } from './testing/build-map-records';

const { city } = buildCity();
const near = buildIncident({ id: 'near', lngLat: [106.2, -6.0] });
const madura = buildIncident({ id: 'madura', lngLat: [113.86, -7.0] });

describe('farIncidents', () => {
  it('is null when every incident is near the city', () => {
    expect(farIncidents(city, placedOpenIncidents([near]))).toBeNull();
  });

  it('tells how far and in which direction the ones outside are', () => {
    const far = farIncidents(city, placedOpenIncidents([near, madura]));
    expect(far?.positions).toEqual([[113.86, -7.0]]);
    expect(far?.direction).toBe('e');
    expect(far?.distanceMeters).toBeGreaterThan(850_000);
    expect(far?.distanceMeters).toBeLessThan(890_000);
  });
});

describe('automaticBounds', () => {
  it('grows by an incident near the city and not by one far away', () => {
    const [, , east] = automaticBounds(city, placedOpenIncidents([near, madura]));
    expect(east).toBe(106.2);
  });
});

describe('openSetKey', () => {
  it('is the same for the same set in another order, and another when one leaves', () => {
    const both = placedOpenIncidents([near, madura]);
    expect(openSetKey(both)).toBe(openSetKey(both.toReversed()));
    expect(openSetKey(both)).not.toBe(openSetKey(both.slice(1)));
  });
});

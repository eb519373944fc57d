import { describe, expect, it } from 'vitest';

import { incidentFeatures, placedOpenIncidents } from './features-of-incidents';
import { createIdInterner } from './intern-ids';
import { createCriticalWatch } from './new-critical';
import { buildIncident } from './testing/build-map-records';

describe('placedOpenIncidents', () => {
  it('leaves out what is over and what has no position', () => {
    const incidents = [
      buildIncident({ id: 'open' }),
      buildIncident({ id: 'over', state: 'closed' }),
      buildIncident({ id: 'nowhere', lngLat: null }),
    ];
    expect(placedOpenIncidents(incidents).map(({ id }) => id)).toEqual(['open']);
  });
});

describe('incidentFeatures', () => {
  it('draws the more urgent above the less urgent', () => {
    const placed = placedOpenIncidents([
      buildIncident({ id: 'a', priority: 'P1' }),
      buildIncident({ id: 'b', priority: 'P4' }),
    ]);
    const [critical, minor] = incidentFeatures(placed, createIdInterner());
    expect(critical?.properties.urgency).toBeGreaterThan(minor?.properties.urgency ?? 99);
    expect(critical?.properties.code).toBe('KBK');
  });
});

describe('createCriticalWatch', () => {
  it('rings for a P1 that appears, and not for those open when the map was opened', () => {
    const watch = createCriticalWatch();
    const old = placedOpenIncidents([buildIncident({ id: 'old', priority: 'P1' })]);
    const minor = placedOpenIncidents([buildIncident({ id: 'minor', priority: 'P3' })]);
    const fresh = placedOpenIncidents([buildIncident({ id: 'fresh', priority: 'P1' })]);
    expect(watch.next(old)).toEqual([]);
    expect(watch.next([...old, ...minor, ...fresh]).map(({ id }) => id)).toEqual(['fresh']);
    expect(watch.next([...old, ...fresh])).toEqual([]);
  });
});

import { expect, it } from 'vitest';

import { anIncident, milestones, minutesAgo, NOW_MS } from '../../app/testing/records';
import { passesFilter } from './queue-filter';

it.each([
  ['P1', 'urgent', 10, true],
  ['P3', 'urgent', 10, false],
  ['P3', 'recent', 359, true],
  ['P1', 'recent', 361, false],
  ['P4', 'all', 9_000, true],
] as const)('a %s under "%s" after %d minutes: %s', (priority, filter, minutes, passes) => {
  const incident = anIncident({
    id: '1',
    priority,
    milestones: milestones({ callReceivedAt: minutesAgo(minutes) }),
  });
  expect(passesFilter(incident, filter, NOW_MS)).toBe(passes);
});

it('an incident whose start nobody knows is not called recent', () => {
  expect(passesFilter(anIncident({ id: '1', milestones: milestones({}) }), 'recent', NOW_MS)).toBe(
    false,
  );
});

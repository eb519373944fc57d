import { describe, expect, it } from 'vitest';

import { anIncident, milestones, minutesAgo, NOW_MS } from '../../app/testing/records';
import { lastEnded, orderQueue, passesFilter } from './queue-order';

const startedAgo = (minutes: number) => milestones({ callReceivedAt: minutesAgo(minutes) });

describe('queue', () => {
  it('puts the gravest first and the newest first among equals', () => {
    const ids = orderQueue([
      anIncident({ id: '1', priority: 'P3', milestones: startedAgo(1) }),
      anIncident({ id: '2', priority: 'P1', milestones: startedAgo(30) }),
      anIncident({ id: '3', priority: 'P2', milestones: startedAgo(9) }),
      anIncident({ id: '4', priority: 'P2', milestones: startedAgo(3) }),
    ]);
    expect(ids).toEqual(['2', '4', '3', '1']);
  });

  it('leaves out what is over and keeps a start that nobody knows, at the end of its priority', () => {
    const ids = orderQueue([
      anIncident({ id: '1', milestones: milestones({}) }),
      anIncident({ id: '2', milestones: startedAgo(90) }),
      anIncident({ id: '3', state: 'closed', endedAt: minutesAgo(2) }),
    ]);
    expect(ids).toEqual(['2', '1']);
  });
});

describe('filters', () => {
  it.each([
    ['P1', 'urgent', 10, true],
    ['P3', 'urgent', 10, false],
    ['P3', 'recent', 359, true],
    ['P1', 'recent', 361, false],
    ['P4', 'all', 9_000, true],
  ] as const)('a %s under "%s" after %d minutes: %s', (priority, filter, minutes, passes) => {
    const incident = anIncident({ id: '1', priority, milestones: startedAgo(minutes) });
    expect(passesFilter(incident, filter, NOW_MS)).toBe(passes);
  });
});

it('names the last to end, newest first', () => {
  const ended = [9, 2, 5].map((minutes) =>
    anIncident({ id: String(minutes), state: 'closed', endedAt: minutesAgo(minutes) }),
  );
  expect(lastEnded([...ended, anIncident({ id: 'open' })], 2)).toEqual(['2', '5']);
});

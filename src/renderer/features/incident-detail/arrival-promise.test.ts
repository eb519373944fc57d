import { expect, it } from 'vitest';

import { milestones, minutesAgo, NOW_MS } from '../../app/testing/records';
import { arrivalPromise } from './arrival-promise';

const MINUTE = 60_000;

it.each([
  [
    'runs until 15 minutes have passed',
    { callReceivedAt: minutesAgo(4) },
    { kind: 'running', remainingMs: 11 * MINUTE },
  ],
  [
    'is overdue when nobody has arrived by then',
    { callReceivedAt: minutesAgo(16) },
    { kind: 'overdue', overdueMs: MINUTE },
  ],
  [
    'is kept by an arrival in 15 minutes sharp',
    { callReceivedAt: minutesAgo(40), onSceneAt: minutesAgo(25) },
    { kind: 'kept', tookMs: 15 * MINUTE },
  ],
  [
    'is breached by a later arrival',
    { callReceivedAt: minutesAgo(40), onSceneAt: minutesAgo(20) },
    { kind: 'breached', tookMs: 20 * MINUTE },
  ],
  [
    'cannot be told without the time of the call',
    { onSceneAt: minutesAgo(20) },
    { kind: 'unknown', missing: 'call' },
  ],
  [
    'cannot be told when the arrival lies before the call',
    { callReceivedAt: minutesAgo(4), onSceneAt: minutesAgo(9) },
    { kind: 'unknown', missing: 'arrival' },
  ],
  [
    'cannot be told when work was done and no arrival recorded',
    { callReceivedAt: minutesAgo(90), underControlAt: minutesAgo(30) },
    { kind: 'unknown', missing: 'arrival' },
  ],
])('the promise %s', (_case, known, expected) => {
  expect(arrivalPromise({ milestones: milestones(known), endedAt: null }, NOW_MS)).toEqual(
    expected,
  );
});

it('the promise does not go on running after the incident ended without an arrival', () => {
  const incident = {
    milestones: milestones({ callReceivedAt: minutesAgo(4) }),
    endedAt: minutesAgo(1),
  };
  expect(arrivalPromise(incident, NOW_MS)).toEqual({ kind: 'unknown', missing: 'arrival' });
});

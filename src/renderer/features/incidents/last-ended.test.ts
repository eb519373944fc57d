import { expect, it } from 'vitest';

import { anIncident, minutesAgo } from '../../app/testing/records';
import { lastEnded } from './last-ended';

it('names the last to end, newest first', () => {
  const ended = [9, 2, 5].map((minutes) =>
    anIncident({ id: String(minutes), state: 'closed', endedAt: minutesAgo(minutes) }),
  );
  expect(lastEnded([...ended, anIncident({ id: 'open' })], 2)).toEqual(['2', '5']);
});

import { expect, it } from 'vitest';

import { milestones, minutesAgo, NOW_MS } from '../../app/testing/records';
import { milestoneSteps } from './milestone-steps';

it('measures each step from the last one that has a time; what did not occur stays blank', () => {
  const steps = milestoneSteps(
    milestones({
      callReceivedAt: minutesAgo(10),
      verifiedAt: minutesAgo(9),
      onSceneAt: minutesAgo(2),
    }),
  );
  const byName = Object.fromEntries(steps.map((step) => [step.milestone, step]));
  expect(byName['callReceivedAt']).toMatchObject({ atMs: NOW_MS - 600_000, sincePreviousMs: null });
  expect(byName['verifiedAt']?.sincePreviousMs).toBe(60_000);
  expect(byName['dispatchedAt']).toMatchObject({ atMs: null, sincePreviousMs: null });
  expect(byName['onSceneAt']?.sincePreviousMs).toBe(7 * 60_000);
});

it('shows a contradiction instead of hiding it', () => {
  const steps = milestoneSteps(
    milestones({ callReceivedAt: minutesAgo(1), verifiedAt: minutesAgo(2) }),
  );
  expect(steps.find(({ milestone }) => milestone === 'verifiedAt')?.sincePreviousMs).toBe(-60_000);
});

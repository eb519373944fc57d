import { expect, it } from 'vitest';

import { timetableOf } from './feed-timetable';
import type { LoggedIncident } from './interpret-row';

function logged(externalId: string, receivedAt: string, closedAt: string | null): LoggedIncident {
  return {
    externalId,
    receivedAt,
    categoryCode: 'KBK',
    subcategoryCode: null,
    priority: 'P2',
    state: closedAt === null ? 'forwarded' : 'closed',
    area: { kind: 'unknown' },
    lngLat: null,
    agencyCodes: [],
    endedAt: closedAt,
    milestones: {
      callReceivedAt: receivedAt,
      callAnsweredAt: null,
      verifiedAt: null,
      forwardedAt: null,
      acknowledgedAt: null,
      dispatchedAt: null,
      enRouteAt: null,
      onSceneAt: null,
      underControlAt: null,
      resolvedAt: null,
      closedAt,
    },
  };
}

it('plays a log faster and cuts its silences', () => {
  const steps = timetableOf(
    [
      logged('a', '2021-08-20T00:00:00.000Z', '2021-08-20T01:00:00.000Z'),
      logged('b', '2023-01-01T00:00:00.000Z', null),
    ],
    { speed: 600, longestSilenceMs: 10_000 },
  );
  expect(steps.map(({ kind, incident }) => `${incident.externalId} ${kind}`)).toEqual([
    'a open',
    'a verified',
    'a forwarded',
    'a resolved',
    'a closed',
    'b open',
    'b verified',
    'b forwarded',
  ]);
  expect(steps.find(({ kind }) => kind === 'closed')?.afterMs).toBe(6_000);
  expect(
    steps.find(({ kind, incident }) => kind === 'open' && incident.externalId === 'b')?.afterMs,
  ).toBe(16_000);
});

it('keeps the order of steps where a log closes before it receives', () => {
  const steps = timetableOf([logged('a', '2022-02-22T14:00:00.000Z', '2022-02-21T17:00:00.000Z')], {
    speed: 1,
    longestSilenceMs: 10_000,
  });
  expect(steps.map(({ kind, afterMs }) => [kind, afterMs])).toEqual([
    ['open', 0],
    ['verified', 0],
    ['forwarded', 0],
    ['resolved', 0],
    ['closed', 0],
  ]);
});

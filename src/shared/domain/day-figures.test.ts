import { expect, it } from 'vitest';

import { dayFigures } from './day-figures';
import type { Incident, IncidentMilestones } from './incident';

const DAY = '2026-11-24';
/** WIB hour and minute of the day; UTC is seven hours behind. */
const wib = (hour: number, minute = 0): string =>
  new Date(Date.UTC(2026, 10, 24, hour - 7, minute)).toISOString();

function incident(
  callReceivedAt: string,
  given: Partial<Incident> = {},
  onSceneAt: string | null = null,
): Incident {
  const milestones: IncidentMilestones = {
    callReceivedAt,
    callAnsweredAt: null,
    verifiedAt: null,
    forwardedAt: null,
    acknowledgedAt: null,
    dispatchedAt: null,
    enRouteAt: null,
    onSceneAt,
    underControlAt: null,
    resolvedAt: null,
    closedAt: null,
  };
  return {
    id: callReceivedAt,
    number: '112-20261124-0001',
    categoryCode: 'KBK',
    subcategoryCode: null,
    priority: 'P2',
    state: 'received',
    area: { kind: 'unknown' },
    lngLat: null,
    agencyCodes: [],
    milestones,
    endedAt: null,
    noteCount: 0,
    provenance: null,
    version: 1,
    ...given,
  };
}

it('counts the day’s calls by type', () => {
  const figures = dayFigures(
    DAY,
    { normal: 2, informasi: 3, prank: 20, ghost: 5, terputus: 10 },
    [],
  );
  expect(figures).toMatchObject({ calls: 40, callsByType: { prank: 20 } });
});

it('shows a day without calls as zeros by type', () => {
  expect(dayFigures(DAY, undefined, []).calls).toBe(0);
});

it('begins the day at midnight WIB', () => {
  const figures = dayFigures(DAY, undefined, [
    incident(wib(0)),
    incident(wib(23, 59)),
    incident(wib(24)),
    incident(wib(-1)),
  ]);
  expect(figures.emergencies).toBe(2);
  expect(figures.openIncidents).toBe(4);
});

it('does not call a false report or a duplicate an emergency', () => {
  const ended = { endedAt: wib(9) };
  const figures = dayFigures(DAY, undefined, [
    incident(wib(8), { state: 'false_report', ...ended }),
    incident(wib(8), { state: 'duplicate', ...ended }),
    incident(wib(8), { state: 'closed', ...ended }),
  ]);
  expect(figures).toMatchObject({ emergencies: 1, openIncidents: 0 });
});

it('judges arrival by fifteen minutes and says on how many it stands', () => {
  const figures = dayFigures(DAY, undefined, [
    incident(wib(8), {}, wib(8, 15)),
    incident(wib(9), {}, wib(9, 16)),
    incident(wib(10), {}, wib(9)),
    incident(wib(11)),
  ]);
  expect(figures.onScene).toMatchObject({
    n: 2,
    withinShare: 0.5,
    excluded: { missing: 1, negative: 1 },
  });
});

it('gives no share where nobody has arrived', () => {
  expect(dayFigures(DAY, undefined, [incident(wib(8))]).onScene).toMatchObject({
    n: 0,
    withinShare: null,
  });
});

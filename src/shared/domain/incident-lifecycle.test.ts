import { describe, expect, it } from 'vitest';

import {
  INCIDENT_MILESTONES,
  INCIDENT_STATES,
  type IncidentState,
  isOpenIncidentState,
  TERMINAL_INCIDENT_STATES,
} from './incident';
import {
  findIncidentTransition,
  INCIDENT_TRANSITIONS,
  MILESTONE_OF_STATE,
  nextIncidentStates,
} from './incident-lifecycle';

/** The life of an incident as a picture: from the left to each of the right. Exits are added to every working state. */
const ALLOWED: Record<IncidentState, readonly IncidentState[]> = {
  received: ['verified', 'forwarded', 'dispatched', ...exits()],
  verified: ['forwarded', 'dispatched', ...exits()],
  forwarded: ['acknowledged', 'dispatched', 'resolved', ...exits()],
  acknowledged: ['dispatched', 'resolved', ...exits()],
  dispatched: ['en_route', 'on_scene', ...exits()],
  en_route: ['on_scene', ...exits()],
  on_scene: ['under_control', 'resolved', ...exits()],
  under_control: ['resolved', ...exits()],
  resolved: ['closed'],
  closed: [],
  false_report: [],
  duplicate: [],
  cancelled: [],
  transferred: [],
};

function exits(): IncidentState[] {
  return ['false_report', 'duplicate', 'cancelled', 'transferred'];
}

const pairs = INCIDENT_STATES.flatMap((from) => INCIDENT_STATES.map((to) => ({ from, to })));

describe('the steps of an incident', () => {
  it.each(pairs)('$from → $to is as drawn', ({ from, to }) => {
    expect(findIncidentTransition(from, to) !== undefined).toBe(ALLOWED[from].includes(to));
  });

  it('are each in the table once, with a performer and a source', () => {
    const keys = INCIDENT_TRANSITIONS.map(({ from, to }) => `${from} → ${to}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { by, source } of INCIDENT_TRANSITIONS) {
      expect(by.length).toBeGreaterThan(0);
      expect(source).not.toBe('');
    }
  });

  it('never leave a terminal state', () => {
    for (const state of TERMINAL_INCIDENT_STATES) expect(nextIncidentStates(state)).toEqual([]);
  });

  it('lead from every open state to an end', () => {
    for (const state of INCIDENT_STATES.filter(isOpenIncidentState)) {
      const reached = reachableFrom(state);
      expect(TERMINAL_INCIDENT_STATES.some((end) => reached.has(end))).toBe(true);
    }
  });

  it('reach every state from received', () => {
    expect(reachableFrom('received')).toEqual(new Set(INCIDENT_STATES));
  });

  it('never go backwards', () => {
    for (const { from, to } of INCIDENT_TRANSITIONS) {
      expect(INCIDENT_STATES.indexOf(to)).toBeGreaterThan(INCIDENT_STATES.indexOf(from));
    }
  });

  it('write milestones that exist, each by one state', () => {
    const written = Object.values(MILESTONE_OF_STATE).filter((name) => name !== null);
    expect(new Set(written).size).toBe(written.length);
    for (const name of written) expect(INCIDENT_MILESTONES).toContain(name);
  });
});

function reachableFrom(start: IncidentState): Set<IncidentState> {
  const reached = new Set<IncidentState>([start]);
  for (const state of reached) for (const next of nextIncidentStates(state)) reached.add(next);
  return reached;
}

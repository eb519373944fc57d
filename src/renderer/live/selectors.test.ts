import { describe, expect, it } from 'vitest';

import type { LiveModel, LiveStoreState } from './model';
import { modelFromSnapshot } from './model-from-snapshot';
import {
  selectActiveAssignmentByUnit,
  selectAssignmentsByIncident,
  selectDayFigures,
  selectOpenComplaintCounts,
  selectOpenComplaintsPer1000,
  selectOpenIncidentIds,
  selectUnitIds,
  selectUnitsByAvailability,
} from './selectors';
import {
  aComplaint,
  anAssignment,
  anIncident,
  aSnapshot,
  aUnit,
  NO_MILESTONES,
} from './testing/records';

function stateOf(given: Parameters<typeof aSnapshot>[0]): LiveStoreState {
  const model = modelFromSnapshot(aSnapshot(given));
  return { link: { kind: 'live' }, hello: null, city: null, model, ticker: [], facilityKinds: [] };
}

function withModel(state: LiveStoreState, change: Partial<LiveModel>): LiveStoreState {
  return state.model === null ? state : { ...state, model: { ...state.model, ...change } };
}

const startingAt = (minute: number) => ({
  ...NO_MILESTONES,
  callReceivedAt: new Date(Date.UTC(2026, 10, 24, 7, minute)).toISOString(),
});

describe('open incidents', () => {
  const state = stateOf({
    incidents: [
      anIncident({ id: 'p2-late', priority: 'P2', milestones: startingAt(9) }),
      anIncident({ id: 'p2-early', priority: 'P2', milestones: startingAt(1) }),
      anIncident({ id: 'p1', priority: 'P1', milestones: startingAt(30) }),
      anIncident({
        id: 'over',
        priority: 'P1',
        state: 'closed',
        endedAt: '2026-11-24T07:10:00.000Z',
      }),
    ],
  });

  it('come by priority, then longest running first', () => {
    expect(selectOpenIncidentIds(state)).toEqual(['p1', 'p2-early', 'p2-late']);
  });

  it('keep their list of ids while none enters, leaves or moves', () => {
    const ids = selectOpenIncidentIds(state);
    const incidents = new Map(state.model?.incidents);
    incidents.set(
      'p1',
      anIncident({ id: 'p1', priority: 'P1', milestones: startingAt(30), noteCount: 1 }),
    );
    expect(selectOpenIncidentIds(withModel(state, { incidents }))).toBe(ids);
  });
});

describe('assignments', () => {
  const first = anAssignment({
    id: 'a1',
    unitId: 'DMK-01',
    dispatchedAt: '2026-11-24T07:05:00.000Z',
  });
  const second = anAssignment({
    id: 'a2',
    unitId: 'PSC-01',
    dispatchedAt: '2026-11-24T07:02:00.000Z',
  });
  const ended = anAssignment({
    id: 'a3',
    unitId: 'PMI-01',
    incidentId: 'other',
    clearedAt: '2026-11-24T07:30:00.000Z',
  });
  const state = stateOf({ assignments: [first, second, ended] });

  it('come by incident in order of dispatch', () => {
    expect(selectAssignmentsByIncident(state).get('incident-1')).toEqual([second, first]);
    expect(selectAssignmentsByIncident(state).get('nobody')).toBeUndefined();
  });

  it('keep the list of an incident that another incident’s change does not touch', () => {
    const list = selectAssignmentsByIncident(state).get('incident-1');
    const assignments = new Map(state.model?.assignments).set('a3', {
      ...ended,
      enRouteAt: ended.dispatchedAt,
    });
    expect(selectAssignmentsByIncident(withModel(state, { assignments })).get('incident-1')).toBe(
      list,
    );
  });

  it('name the active one of each unit only', () => {
    expect([...selectActiveAssignmentByUnit(state).keys()].sort()).toEqual(['DMK-01', 'PSC-01']);
  });
});

describe('units', () => {
  const state = stateOf({
    units: [
      aUnit({ id: 'PSC-01', agencyCode: 'PSC', statusMeaning: 'en_route', statusCode: 'MENUJU' }),
      aUnit({ id: 'DMK-02', agencyCode: 'DAMKAR' }),
      aUnit({
        id: 'DMK-01',
        agencyCode: 'DAMKAR',
        statusMeaning: 'maintenance',
        statusCode: 'RUSAK',
      }),
    ],
  });

  it('come by agency, then call sign', () => {
    expect(selectUnitIds(state)).toEqual(['DMK-01', 'DMK-02', 'PSC-01']);
  });

  it('are counted by availability, by their meaning where the city’s table is not there', () => {
    expect(selectUnitsByAvailability(state)).toEqual({
      available: 1,
      conditional: 0,
      committed: 1,
      unavailable: 1,
    });
  });
});

describe('complaints', () => {
  const state = stateOf({
    complaints: [
      aComplaint({ id: 'a' }),
      aComplaint({ id: 'b' }),
      aComplaint({ id: 'c', area: { kind: 'unknown' } }),
      aComplaint({
        id: 'd',
        area: { kind: 'outside_city', kelurahanText: null, kecamatanText: null },
      }),
      aComplaint({ id: 'e', state: 'selesai', endedAt: '2026-11-24T07:00:00.000Z' }),
    ],
  });

  it('are counted while open, by the area written on them', () => {
    expect(selectOpenComplaintCounts(state)).toEqual({
      byKecamatan: new Map([['36.72.01', 2]]),
      outsideCity: 1,
      unknownArea: 1,
      total: 4,
    });
  });

  it('have no rate before the city’s population is known', () => {
    expect(selectOpenComplaintsPer1000(state)).toBeNull();
  });
});

describe('before there is a picture', () => {
  const nothing: LiveStoreState = {
    link: { kind: 'connecting' },
    hello: null,
    city: null,
    model: null,
    ticker: [],
    facilityKinds: [],
  };

  it('figures are unknown, not zero', () => {
    expect(selectOpenComplaintCounts(nothing)).toBeNull();
    expect(selectUnitsByAvailability(nothing)).toBeNull();
    expect(selectDayFigures(nothing, '2026-11-24')).toBeNull();
  });

  it('lists are empty and the same each time', () => {
    expect(selectOpenIncidentIds(nothing)).toBe(selectOpenIncidentIds(nothing));
    expect(selectUnitIds(nothing)).toBe(selectUnitIds(nothing));
  });
});

import type { Assignment } from '@shared/domain/assignment';
import type { Call } from '@shared/domain/call';
import type { Complaint } from '@shared/domain/complaint';
import type { Incident, IncidentMilestones } from '@shared/domain/incident';
import type { Unit } from '@shared/domain/unit';
import type { Actor, Change, ChangeDraft } from '@shared/protocol/changes';
import type { Snapshot } from '@shared/protocol/snapshot';

/** Builders of records with defaults: a test names only what it is about. */
export const T0 = '2026-11-24T07:00:00.000Z';
const ACTOR: Actor = { kind: 'integration', id: 'test' };

export const NO_MILESTONES: IncidentMilestones = {
  callReceivedAt: null,
  callAnsweredAt: null,
  verifiedAt: null,
  forwardedAt: null,
  acknowledgedAt: null,
  dispatchedAt: null,
  enRouteAt: null,
  onSceneAt: null,
  underControlAt: null,
  resolvedAt: null,
  closedAt: null,
};

export function anIncident(given: Partial<Incident> = {}): Incident {
  return {
    id: 'incident-1',
    number: '112-20261124-0001',
    categoryCode: 'KBK',
    subcategoryCode: null,
    priority: 'P2',
    state: 'received',
    area: { kind: 'in_city', kecamatanCode: '36.72.01', kelurahanCode: null },
    lngLat: null,
    agencyCodes: [],
    milestones: { ...NO_MILESTONES, callReceivedAt: T0 },
    endedAt: null,
    noteCount: 0,
    provenance: null,
    version: 1,
    ...given,
  };
}

export function anAssignment(given: Partial<Assignment> = {}): Assignment {
  return {
    id: 'assignment-1',
    incidentId: 'incident-1',
    unitId: 'DMK-01',
    dispatchedAt: T0,
    enRouteAt: null,
    onSceneAt: null,
    transportingAt: null,
    atHospitalAt: null,
    clearedAt: null,
    ...given,
  };
}

export function aUnit(given: Partial<Unit> = {}): Unit {
  return {
    id: 'DMK-01',
    agencyCode: 'DAMKAR',
    stationCode: 'POS-1',
    kind: 'fire_engine',
    statusCode: 'SIAGA',
    statusMeaning: 'available_at_station',
    statusSince: T0,
    isSos: false,
    version: 1,
    ...given,
  };
}

export function aComplaint(given: Partial<Complaint> = {}): Complaint {
  return {
    id: 'complaint-1',
    number: 'ADU-20261124-0001',
    categoryCode: 'jalan_rusak',
    class: 'pengaduan',
    channel: 'cilegon_juare',
    state: 'masuk',
    area: { kind: 'in_city', kecamatanCode: '36.72.01', kelurahanCode: null },
    lngLat: null,
    agencyCode: 'DPUPR',
    receivedAt: T0,
    firstResponseAt: null,
    dueAt: '2026-11-29T07:00:00.000Z',
    endedAt: null,
    provenance: null,
    version: 1,
    ...given,
  };
}

export function aCall(given: Partial<Call> = {}): Call {
  return {
    id: 'call-1',
    type: 'normal',
    receivedAt: T0,
    answeredAt: null,
    endedAt: null,
    incidentId: null,
    provenance: null,
    ...given,
  };
}

/** A change at its place in the log. */
export function aChange(seq: number, draft: ChangeDraft, recordedAt: string = T0): Change {
  return { seq, recordedAt, actor: ACTOR, ...draft };
}

export function aSnapshot(given: Partial<Snapshot> = {}): Snapshot {
  return {
    seq: 0,
    horizonAt: '2026-11-23T01:00:00.000Z',
    incidents: [],
    assignments: [],
    units: [],
    complaints: [],
    callTallies: {},
    positions: [],
    ...given,
  };
}

import { CALL_TYPES, type Call } from '@shared/domain/call';
import { COMPLAINT_STATE_KINDS, type Complaint } from '@shared/domain/complaint';
import { isFirstResponse, nextComplaintStates } from '@shared/domain/complaint-lifecycle';
import {
  type Incident,
  type IncidentMilestones,
  isOpenIncidentState,
} from '@shared/domain/incident';
import { MILESTONE_OF_STATE, nextIncidentStates } from '@shared/domain/incident-lifecycle';
import { PRIORITIES } from '@shared/domain/priority';
import type { Instant } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';
import {
  assignmentMilestoneOf,
  COMMITTED_MEANINGS,
  isDispatchable,
  UNIT_STATUS_TRANSITIONS,
} from '@shared/domain/unit-lifecycle';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';

import { AREAS, changeBoundaries, changeRecordArea } from './area-operations';
import type { ModelServer } from './model-server';
import type { SeededRandom } from './seeded-random';

type Operation = (server: ModelServer, random: SeededRandom) => void;

/** Take one valid step at random; what has no candidate does nothing. Time passes, at times by many hours. */
export function stepAtRandom(server: ModelServer, random: SeededRandom): void {
  server.advance(
    random.chance(0.03) ? random.integer(1, 20) * 3_600_000 : random.integer(0, 600_000),
  );
  const operation = random.pick(OPERATIONS);
  operation?.(server, random);
}

/** One that may be told, a sensitive one, and one that the pack does not know. */
const CATEGORIES = ['KBK', 'KBK', 'MED', 'MED', 'XYZ'] as const;
const AGENCIES = ['damkar', 'psc', 'dlh'] as const;

const newId = (server: ModelServer): string => `r${String(server.headSeq() + 1)}`;

/** Usually now; at times reported late, as far back as three days. */
function reportedAt(server: ModelServer, random: SeededRandom): Instant {
  const delayMs = random.chance(0.1) ? random.integer(0, 72 * 3_600_000) : 0;
  return new Date(server.nowMs() - delayMs).toISOString();
}

const recordCall: Operation = (server, random) => {
  const call: Call = {
    id: newId(server),
    type: random.pick(CALL_TYPES) ?? 'normal',
    receivedAt: reportedAt(server, random),
    answeredAt: null,
    endedAt: null,
    incidentId: null,
    provenance: null,
  };
  server.tables.calls.set(call.id, call);
  server.commit({ type: 'call.recorded', data: { call } });
};

const openIncident: Operation = (server, random) => {
  const call = random.chance(0.5) ? random.pick([...server.tables.calls.values()]) : undefined;
  const incident: Incident = {
    id: newId(server),
    number: `112-${newId(server)}`,
    categoryCode: random.pick(CATEGORIES) ?? 'KBK',
    subcategoryCode: random.chance(0.3) ? 'rincian' : null,
    priority: random.pick(PRIORITIES) ?? 'P3',
    state: 'received',
    area: random.pick(AREAS) ?? { kind: 'unknown' },
    lngLat: random.chance(0.5) ? [106 + random.next() / 10, -6 - random.next() / 10] : null,
    agencyCodes: [],
    milestones: { ...NO_MILESTONES, callReceivedAt: reportedAt(server, random) },
    endedAt: null,
    noteCount: 0,
    provenance: random.chance(0.3) ? { source: 'uji', externalId: newId(server) } : null,
    version: 1,
  };
  server.tables.incidents.set(incident.id, incident);
  server.commit({ type: 'incident.opened', data: { incident } });
  if (call === undefined) return;
  server.tables.calls.set(call.id, { ...call, incidentId: incident.id });
  server.commit({ type: 'call.linked', data: { callId: call.id, incidentId: incident.id } });
};

const transitionIncident: Operation = (server, random) => {
  const incident = random.pick(
    [...server.tables.incidents.values()].filter(({ endedAt }) => endedAt === null),
  );
  const to = incident === undefined ? undefined : random.pick(nextIncidentStates(incident.state));
  if (incident === undefined || to === undefined) return;
  const at = reportedAt(server, random);
  const milestone = MILESTONE_OF_STATE[to];
  const next: Incident = {
    ...incident,
    state: to,
    milestones:
      milestone === null ? incident.milestones : { ...incident.milestones, [milestone]: at },
    agencyCodes:
      to === 'forwarded' || random.chance(0.1)
        ? [...new Set([...incident.agencyCodes, random.pick(AGENCIES) ?? 'psc'])]
        : incident.agencyCodes,
    endedAt: isOpenIncidentState(to) ? null : at,
    version: incident.version + 1,
  };
  server.tables.incidents.set(next.id, next);
  const { milestones, agencyCodes, endedAt, version } = next;
  server.commit(
    {
      type: 'incident.transitioned',
      data: {
        incidentId: next.id,
        from: incident.state,
        to,
        at,
        milestones,
        agencyCodes,
        endedAt,
        version,
      },
    },
    agencyCodes.length > incident.agencyCodes.length ? next : undefined,
  );
};

const addNote: Operation = (server, random) => {
  const incident = random.pick([...server.tables.incidents.values()]);
  if (incident === undefined) return;
  const next = { ...incident, noteCount: incident.noteCount + 1, version: incident.version + 1 };
  server.tables.incidents.set(next.id, next);
  const { noteCount, version } = next;
  server.commit({
    type: 'incident.noteAdded',
    data: { incidentId: next.id, noteId: newId(server), noteCount, version },
  });
};

const registerUnit: Operation = (server, random) => {
  if (server.tables.units.size > 12) return;
  const unit: Unit = {
    id: `UJI-${newId(server)}`,
    agencyCode: random.pick(AGENCIES) ?? 'psc',
    stationCode: 'POS-1',
    kind: 'fire_engine',
    statusCode: 'AVAILABLEATSTATION',
    statusMeaning: 'available_at_station',
    statusSince: server.now(),
    isSos: false,
    version: 1,
  };
  server.tables.units.set(unit.id, unit);
  server.commit({ type: 'unit.registered', data: { unit } });
};

const retireUnit: Operation = (server, random) => {
  const unit = random.pick(
    [...server.tables.units.values()].filter((candidate) => !isCommitted(candidate)),
  );
  if (unit === undefined || !random.chance(0.2)) return;
  server.tables.units.delete(unit.id);
  server.commit({ type: 'unit.retired', data: { unitId: unit.id } });
};

const dispatchUnit: Operation = (server, random) => {
  const incident = random.pick(
    [...server.tables.incidents.values()].filter(({ endedAt }) => endedAt === null),
  );
  const unit = random.pick(
    [...server.tables.units.values()].filter(({ statusMeaning }) => isDispatchable(statusMeaning)),
  );
  if (incident === undefined || unit === undefined) return;
  const dispatchedAt = server.now();
  const assignment = {
    id: newId(server),
    incidentId: incident.id,
    unitId: unit.id,
    dispatchedAt,
    enRouteAt: null,
    onSceneAt: null,
    transportingAt: null,
    atHospitalAt: null,
    clearedAt: null,
  };
  server.tables.assignments.set(assignment.id, assignment);
  server.commit({ type: 'assignment.dispatched', data: { assignment } });
  setStatus(server, unit, 'dispatched', incident.id);
};

const changeUnitStatus: Operation = (server, random) => {
  const unit = random.pick([...server.tables.units.values()]);
  const meaning =
    unit === undefined ? undefined : random.pick(UNIT_STATUS_TRANSITIONS[unit.statusMeaning].to);
  if (unit === undefined || meaning === undefined || meaning === 'dispatched') return;
  const active = [...server.tables.assignments.values()].find(
    ({ unitId, clearedAt }) => unitId === unit.id && clearedAt === null,
  );
  if (active !== undefined) {
    const milestone = assignmentMilestoneOf(meaning);
    const assignment = { ...active, [milestone]: active[milestone] ?? reportedAt(server, random) };
    server.tables.assignments.set(assignment.id, assignment);
    server.commit({
      type: milestone === 'clearedAt' ? 'assignment.cleared' : 'assignment.progressed',
      data: { assignment },
    });
  }
  setStatus(server, unit, meaning, active?.incidentId ?? null);
};

const receiveComplaint: Operation = (server, random) => {
  const receivedAt = reportedAt(server, random);
  const complaint: Complaint = {
    id: newId(server),
    number: `ADU-${newId(server)}`,
    categoryCode: 'jalan_rusak',
    class: 'pengaduan',
    channel: 'whatsapp',
    state: 'masuk',
    area: random.pick(AREAS) ?? { kind: 'unknown' },
    lngLat: random.chance(0.5) ? [105.9 + random.next() / 10, -6 - random.next() / 10] : null,
    agencyCode: random.pick(AGENCIES) ?? 'dlh',
    receivedAt,
    firstResponseAt: null,
    dueAt: receivedAt,
    endedAt: null,
    provenance: null,
    version: 1,
  };
  server.tables.complaints.set(complaint.id, complaint);
  server.commit({ type: 'complaint.received', data: { complaint } });
};

const transitionComplaint: Operation = (server, random) => {
  const complaint = random.pick([...server.tables.complaints.values()]);
  const to =
    complaint === undefined ? undefined : random.pick(nextComplaintStates(complaint.state));
  if (complaint === undefined || to === undefined) return;
  const at = reportedAt(server, random);
  const next: Complaint = {
    ...complaint,
    state: to,
    agencyCode:
      to === 'didisposisikan'
        ? (random.pick(AGENCIES) ?? complaint.agencyCode)
        : complaint.agencyCode,
    firstResponseAt: complaint.firstResponseAt ?? (isFirstResponse(to) ? at : null),
    endedAt: COMPLAINT_STATE_KINDS[to] === 'open' ? null : at,
    version: complaint.version + 1,
  };
  server.tables.complaints.set(next.id, next);
  const { agencyCode, firstResponseAt, endedAt, version } = next;
  server.commit(
    {
      type: 'complaint.transitioned',
      data: {
        complaintId: next.id,
        from: complaint.state,
        to,
        at,
        agencyCode,
        firstResponseAt,
        endedAt,
        version,
      },
    },
    agencyCode === complaint.agencyCode ? undefined : next,
  );
};

/** Rows appear that no change describes. */
const importHistory: Operation = (server, random) => {
  if (!random.chance(0.1)) return;
  const endedAt = reportedAt(server, random);
  const incident: Incident = {
    id: `i${newId(server)}`,
    number: `112-i${newId(server)}`,
    categoryCode: 'MED',
    subcategoryCode: null,
    priority: 'P2',
    state: 'closed',
    area: { kind: 'outside_city', kelurahanText: 'Contoh', kecamatanText: null },
    lngLat: null,
    agencyCodes: [],
    milestones: { ...NO_MILESTONES, callReceivedAt: endedAt, closedAt: endedAt },
    endedAt,
    noteCount: 0,
    provenance: { source: 'log', externalId: newId(server) },
    version: 1,
  };
  server.tables.incidents.set(incident.id, incident);
  server.commit({
    type: 'history.imported',
    data: { importId: newId(server), source: 'log', calls: 0, incidents: 1, complaints: 0 },
  });
};

const OPERATIONS: readonly Operation[] = [
  recordCall,
  recordCall,
  openIncident,
  transitionIncident,
  transitionIncident,
  addNote,
  registerUnit,
  retireUnit,
  dispatchUnit,
  changeUnitStatus,
  changeUnitStatus,
  receiveComplaint,
  transitionComplaint,
  transitionComplaint,
  changeRecordArea,
  changeBoundaries,
  importHistory,
];

function setStatus(
  server: ModelServer,
  unit: Unit,
  statusMeaning: UnitStatusMeaning,
  incidentId: string | null,
): void {
  const next: Unit = {
    ...unit,
    statusCode: statusMeaning.replaceAll('_', '').toUpperCase(),
    statusMeaning,
    statusSince: server.now(),
    version: unit.version + 1,
  };
  server.tables.units.set(unit.id, next);
  const { statusCode, statusSince, isSos, version } = next;
  server.commit({
    type: 'unit.statusChanged',
    data: {
      unitId: unit.id,
      incidentId,
      fromStatusCode: unit.statusCode,
      statusCode,
      statusMeaning,
      statusSince,
      isSos,
      version,
    },
  });
}

function isCommitted({ statusMeaning }: Unit): boolean {
  return (COMMITTED_MEANINGS as readonly UnitStatusMeaning[]).includes(statusMeaning);
}

const NO_MILESTONES: IncidentMilestones = {
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

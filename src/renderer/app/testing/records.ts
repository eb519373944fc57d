import type { Assignment } from '@shared/domain/assignment';
import type { Complaint } from '@shared/domain/complaint';
import {
  INCIDENT_MILESTONES,
  type Incident,
  type IncidentMilestones,
} from '@shared/domain/incident';
import type { Unit } from '@shared/domain/unit';

/** 14:06:23 WIB on a Tuesday. */
export const NOW_MS = Date.parse('2026-11-24T07:06:23.000Z');

/** The instant so many minutes before `NOW_MS`. */
export function minutesAgo(minutes: number): string {
  return new Date(NOW_MS - minutes * 60_000).toISOString();
}

export function milestones(known: Partial<IncidentMilestones>): IncidentMilestones {
  const none = Object.fromEntries(INCIDENT_MILESTONES.map((milestone) => [milestone, null]));
  // Every milestone has been set to null just above.
  return { ...(none as IncidentMilestones), ...known };
}

export function anIncident(fields: Partial<Incident> & { id: string }): Incident {
  return {
    number: `112-20261124-${fields.id.padStart(4, '0')}`,
    categoryCode: 'KBK',
    subcategoryCode: null,
    priority: 'P2',
    state: 'received',
    area: { kind: 'in_city', kecamatanCode: '36.72.06', kelurahanCode: '36.72.06.1001' },
    lngLat: [106.02, -5.97],
    agencyCodes: [],
    milestones: milestones({ callReceivedAt: minutesAgo(4) }),
    endedAt: null,
    noteCount: 0,
    provenance: null,
    version: 1,
    ...fields,
  };
}

export function aUnit(fields: Partial<Unit> & { id: string }): Unit {
  return {
    agencyCode: 'DAMKAR',
    stationCode: 'POS-1',
    kind: 'fire_engine',
    statusCode: 'SIAGA',
    statusMeaning: 'available_at_station',
    statusSince: minutesAgo(10),
    isSos: false,
    version: 1,
    ...fields,
  };
}

export function anAssignment(fields: Partial<Assignment> & { id: string }): Assignment {
  return {
    incidentId: '1',
    unitId: 'DMK-01',
    dispatchedAt: minutesAgo(3),
    enRouteAt: null,
    onSceneAt: null,
    transportingAt: null,
    atHospitalAt: null,
    clearedAt: null,
    ...fields,
  };
}

export function aComplaint(fields: Partial<Complaint> & { id: string }): Complaint {
  return {
    number: `ADU-20261124-${fields.id.padStart(4, '0')}`,
    categoryCode: 'jalan_rusak',
    class: 'pengaduan',
    channel: 'whatsapp',
    state: 'diproses',
    area: { kind: 'in_city', kecamatanCode: '36.72.06', kelurahanCode: null },
    lngLat: null,
    agencyCode: 'DPUPR',
    receivedAt: minutesAgo(600),
    firstResponseAt: null,
    dueAt: minutesAgo(-4_000),
    endedAt: null,
    provenance: null,
    version: 1,
    ...fields,
  };
}

import { randomUUID } from 'node:crypto';

import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';

const AT = '2026-11-24T01:00:00.000Z';

/** An open incident that has only just been received; set what matters. */
export function buildIncident(overrides: Partial<Incident> = {}): Incident {
  const id = overrides.id ?? randomUUID();
  return {
    id,
    number: `112-${id}`,
    categoryCode: 'KBK',
    subcategoryCode: null,
    priority: 'P1',
    state: 'received',
    area: { kind: 'unknown' },
    lngLat: null,
    agencyCodes: [],
    milestones: {
      callReceivedAt: AT,
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
    },
    endedAt: null,
    noteCount: 0,
    provenance: null,
    version: 1,
    ...overrides,
  };
}

/** A complaint that has only just come in; set what matters. */
export function buildComplaint(overrides: Partial<Complaint> = {}): Complaint {
  const id = overrides.id ?? randomUUID();
  return {
    id,
    number: `ADU-${id}`,
    categoryCode: 'sampah',
    class: 'pengaduan',
    channel: 'whatsapp',
    state: 'masuk',
    area: { kind: 'unknown' },
    lngLat: null,
    agencyCode: 'dlh',
    receivedAt: AT,
    firstResponseAt: null,
    dueAt: '2026-12-02T01:00:00.000Z',
    endedAt: null,
    provenance: null,
    version: 1,
    ...overrides,
  };
}

import type { Area } from '@shared/domain/area';

import type { ModelServer } from './model-server';
import type { SeededRandom } from './seeded-random';

const AREAS: readonly Area[] = [
  { kind: 'in_city', kecamatanCode: '36.72.02', kelurahanCode: '36.72.02.1001' },
  { kind: 'outside_city', kelurahanText: null, kecamatanText: null },
];

/** Set right the area of any record, long ended ones included. */
export function changeRecordArea(server: ModelServer, random: SeededRandom): void {
  const area = random.pick(AREAS);
  if (area === undefined) return;
  if (random.chance(0.5)) {
    const incident = random.pick([...server.tables.incidents.values()]);
    if (incident === undefined) return;
    const version = incident.version + 1;
    server.tables.incidents.set(incident.id, { ...incident, area, version });
    server.commit({
      type: 'incident.areaChanged',
      data: { incidentId: incident.id, area, version },
    });
  } else {
    const complaint = random.pick([...server.tables.complaints.values()]);
    if (complaint === undefined) return;
    const version = complaint.version + 1;
    server.tables.complaints.set(complaint.id, { ...complaint, area, version });
    server.commit({
      type: 'complaint.areaChanged',
      data: { complaintId: complaint.id, area, version },
    });
  }
}

/** Other shapes: a change that touches no record. */
export function changeBoundaries(server: ModelServer, random: SeededRandom): void {
  if (!random.chance(0.1)) return;
  server.commit({
    type: 'city.boundariesChanged',
    data: {
      cityHash: `hash-${String(server.headSeq())}`,
      boundaries: { kind: 'official', source: 'Uji', date: '2026-11-24' },
    },
  });
}

import type { Area } from '@shared/domain/area';

import type { ModelServer } from './model-server';
import type { SeededRandom } from './seeded-random';

/** In the test city, and beyond it. */
export const AREAS: readonly Area[] = [
  { kind: 'in_city', kecamatanCode: '99.99.01', kelurahanCode: '99.99.01.1001' },
  { kind: 'in_city', kecamatanCode: '99.99.01', kelurahanCode: '99.99.01.1002' },
  { kind: 'in_city', kecamatanCode: '99.99.02', kelurahanCode: null },
  { kind: 'outside_city', kelurahanText: 'Rumah Contoh 12', kecamatanText: null },
  { kind: 'unknown' },
];

/** Set right the area of any record, long ended ones included. */
export function changeRecordArea(server: ModelServer, random: SeededRandom): void {
  const area = random.pick(AREAS);
  if (area === undefined) return;
  if (random.chance(0.5)) {
    const incident = random.pick([...server.tables.incidents.values()]);
    if (incident === undefined) return;
    const after = { ...incident, area, version: incident.version + 1 };
    server.tables.incidents.set(incident.id, after);
    const { id: incidentId, version } = after;
    server.commit({ type: 'incident.areaChanged', data: { incidentId, area, version } }, after);
  } else {
    const complaint = random.pick([...server.tables.complaints.values()]);
    if (complaint === undefined) return;
    const after = { ...complaint, area, version: complaint.version + 1 };
    server.tables.complaints.set(complaint.id, after);
    const { id: complaintId, version } = after;
    server.commit({ type: 'complaint.areaChanged', data: { complaintId, area, version } }, after);
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

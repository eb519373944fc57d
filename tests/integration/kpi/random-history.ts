import { CALL_TYPES, type Call } from '@shared/domain/call';
import { type Complaint, type ComplaintState } from '@shared/domain/complaint';
import { nextComplaintStates } from '@shared/domain/complaint-lifecycle';
import { INCIDENT_STATES, type Incident } from '@shared/domain/incident';
import { DAY_MS, HOUR_MS, type Instant, wibDay, wibDayStart } from '@shared/domain/time';

import { buildComplaint, buildIncident } from '../../support/build-records';
import { seededRandom } from '../stream/seeded-random';
import type { ComplaintHistory, History } from './write-history';

const DAYS = 75;
const MINUTE_MS = 60_000;
/** To the end and back again, so that many complaints are opened again and end again. */
const STRAIGHT: readonly ComplaintState[] = [
  'diverifikasi',
  'didisposisikan',
  'diproses',
  'menunggu_validasi',
  'selesai',
  'dibuka_kembali',
];

/** The past of a made-up city up to `now`, the same for a seed every time; many of its times lie on a day's edge. */
export function randomHistory(seed: number, now: Instant): History {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const nowMs = Date.parse(now);
  const instant = (ms: number): Instant => new Date(Math.min(ms, nowMs)).toISOString();

  const someTime = (): Instant => {
    const at = instant(nowMs - random() * DAYS * DAY_MS);
    if (random() > 0.3) return at;
    const edges = [wibDayStart(wibDay(at)), at.replace(/:\d\d:.*/, ':00:00.000Z'), now];
    return instant(Date.parse(pick(edges)) + pick([-1, 0, 1]));
  };

  const call = (index: number): Call => ({
    id: `call-${index}`,
    type: pick(CALL_TYPES),
    receivedAt: someTime(),
    answeredAt: null,
    endedAt: null,
    incidentId: null,
    provenance: null,
  });

  const incident = (index: number): Incident => {
    const startedAt = someTime();
    const onSceneMs =
      Date.parse(startedAt) + pick([-MINUTE_MS, 0, 15 * MINUTE_MS, random() * HOUR_MS]);
    const hasCall = random() > 0.1;
    const { milestones } = buildIncident();
    return buildIncident({
      id: `incident-${index}`,
      categoryCode: pick(['KBK', 'MED', 'BJR']),
      state: pick(INCIDENT_STATES),
      milestones: {
        ...milestones,
        callReceivedAt: hasCall ? startedAt : null,
        verifiedAt: hasCall ? null : startedAt,
        onSceneAt: random() < 0.25 ? null : instant(onSceneMs),
      },
    });
  };

  const complaint = (index: number): ComplaintHistory => {
    const receivedAt = someTime();
    const receivedMs = Date.parse(receivedAt);
    const received = buildComplaint({
      id: `complaint-${index}`,
      agencyCode: pick(['dlh', 'damkar', 'polres']),
      area: pick<Complaint['area']>([
        { kind: 'unknown' },
        { kind: 'outside_city', kelurahanText: null, kecamatanText: 'jauh' },
        { kind: 'in_city', kecamatanCode: '99.99.01', kelurahanCode: null },
        { kind: 'in_city', kecamatanCode: '99.99.02', kelurahanCode: null },
      ]),
      receivedAt,
      dueAt: new Date(receivedMs + pick([0, 1, 5, 14]) * DAY_MS).toISOString(),
    });
    return { received, isImported: random() < 0.2, steps: steps(receivedMs) };
  };

  const steps = (receivedMs: number): ComplaintHistory['steps'] => {
    const taken: { to: ComplaintState; at: Instant }[] = [];
    let state: ComplaintState = 'masuk';
    let atMs = receivedMs;
    while (random() < 0.95) {
      const possible: ComplaintState[] = nextComplaintStates(state);
      const straight = possible.filter((to) => STRAIGHT.includes(to));
      if (possible.length === 0) break;
      state = pick(straight.length > 0 && random() < 0.85 ? straight : possible);
      atMs += pick([0, 1, MINUTE_MS, random() * 5 * DAY_MS]);
      if (atMs > nowMs) break;
      taken.push({ to: state, at: instant(atMs) });
    }
    return taken;
  };

  const list = <T>(length: number, make: (index: number) => T): T[] =>
    Array.from({ length }, (_, index) => make(index));
  return {
    calls: list(120, call),
    incidents: list(100, incident),
    complaints: list(120, complaint),
  };
}

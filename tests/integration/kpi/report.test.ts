import type { Call } from '@shared/domain/call';
import type { ComplaintState } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readReport } from '../../../src/backend/kpi/read-report';
import type { Store } from '../../../src/backend/store/open-store';
import { buildComplaint, buildIncident } from '../../support/build-records';
import { createFakeClock, type FakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import { type ComplaintHistory, clearHistory, writeHistory } from './write-history';

let clock: FakeClock;
let store: Store;
beforeAll(async () => {
  clock = createFakeClock();
  store = await openTestStore(clock);
});
beforeEach(async () => {
  // 11:00 WIB on a Tuesday.
  clock.set('2026-11-24T04:00:00.000Z');
  await clearHistory(store);
});
afterAll(() => store.close());

const report = async (from: string, to = from) =>
  (await readReport(store.db, clock, { from, to }, [])).report;

let nextId = 0;
function call(receivedAt: Instant, type: Call['type'] = 'normal'): Call {
  nextId += 1;
  const rest = { answeredAt: null, endedAt: null, incidentId: null, provenance: null };
  return { id: `call-${nextId}`, type, receivedAt, ...rest };
}

/** @param onSceneAfterMs null: nobody came */
function incident(
  receivedAt: Instant,
  onSceneAfterMs: number | null,
  given: Partial<Incident> = {},
) {
  const built = buildIncident(given);
  const onSceneAt =
    onSceneAfterMs === null
      ? null
      : new Date(Date.parse(receivedAt) + onSceneAfterMs).toISOString();
  return { ...built, milestones: { ...built.milestones, callReceivedAt: receivedAt, onSceneAt } };
}

/** @param day of November 2026; noon in WIB */
const noon = (day: number): Instant => `2026-11-${String(day).padStart(2, '0')}T05:00:00.000Z`;

/** Received on the 1st, due on the 10th. @param steps state and day */
function complaint(
  steps: readonly (readonly [ComplaintState, number])[],
  isImported = false,
): ComplaintHistory {
  return {
    received: buildComplaint({ receivedAt: noon(1), dueAt: noon(10) }),
    isImported,
    steps: steps.map(([to, day]) => ({ to, at: noon(day) })),
  };
}

it('says nothing of an empty database that could pass for a measurement', async () => {
  const empty = await report('2026-11-24');
  expect(empty.calls.n).toBe(0);
  expect(empty.response).toMatchObject({ n: 0, p50Ms: null, p90Ms: null, withinShare: null });
  expect(empty.calls.trend).toHaveLength(12);
  expect(empty.response.trend.every(({ n, p50Ms }) => n === 0 && p50Ms === null)).toBe(true);
  expect(empty.incidents.byHour).toEqual(Array.from({ length: 24 }, () => 0));
  expect(empty.complaints).toMatchObject({ received: 0, open: 0, byAgency: [], byKecamatan: [] });
});

describe('a WIB day', () => {
  it('begins at midnight in WIB and ends a millisecond before the next one', async () => {
    await writeHistory(store, {
      calls: [
        call('2026-11-22T16:59:59.999Z', 'prank'),
        call('2026-11-22T17:00:00.000Z', 'normal'),
        call('2026-11-23T16:59:59.999Z', 'ghost'),
        call('2026-11-23T17:00:00.000Z', 'prank'),
      ],
    });
    const { calls } = await report('2026-11-23');
    expect(calls.byType).toEqual({ normal: 1, informasi: 0, prank: 0, ghost: 1, terputus: 0 });
    expect(calls.trend).toHaveLength(24);
    expect(calls.trend.at(0)?.byType.normal).toBe(1);
    expect(calls.trend.at(-1)?.byType.ghost).toBe(1);
  });

  it('holds a call of the small hours, which is the day before in UTC', async () => {
    await writeHistory(store, { incidents: [incident('2026-11-23T20:30:00.000Z', null)] });
    const { incidents } = await report('2026-11-24');
    expect(incidents.byHour[3]).toBe(1);
    expect((await report('2026-11-23')).incidents.n).toBe(0);
  });

  it('does not count what a fast clock dated into the future, until it has come', async () => {
    await writeHistory(store, { calls: [call('2026-11-24T04:00:30.000Z')] });
    expect((await report('2026-11-24')).calls.n).toBe(0);
    clock.advance(30_000);
    expect((await report('2026-11-24')).calls.n).toBe(1);
  });
});

it('compares today until now with yesterday until the same time', async () => {
  await writeHistory(store, {
    calls: [
      call('2026-11-22T16:59:59.999Z'),
      call('2026-11-23T03:59:00.000Z'),
      call('2026-11-23T04:00:00.000Z'),
      call('2026-11-23T04:00:00.001Z'),
    ],
    complaints: [
      // Open yesterday at 11:00, and done an hour later.
      { ...complaint([]), steps: [{ to: 'selesai', at: '2026-11-23T05:00:00.000Z' }] },
    ],
  });
  const { previous, complaints } = await report('2026-11-24');
  expect(previous.period).toEqual({ from: '2026-11-23', to: '2026-11-23' });
  expect(previous.calls.n).toBe(2);
  expect(previous.complaints).toMatchObject({ open: 1, overdue: 1, done: 0 });
  expect(complaints.open).toBe(0);
});

describe('the time to the scene', () => {
  const MINUTE_MS = 60_000;
  const at = '2026-11-24T01:00:00.000Z';

  it.each([
    [[], null, null, null],
    [[10 * MINUTE_MS], 10 * MINUTE_MS, 10 * MINUTE_MS, 1],
    // Interpolated: half-way, and nine tenths of the way.
    [[10 * MINUTE_MS, 20 * MINUTE_MS], 15 * MINUTE_MS, 19 * MINUTE_MS, 0.5],
    [[15 * MINUTE_MS, 15 * MINUTE_MS + 1], 15 * MINUTE_MS + 0.5, 15 * MINUTE_MS + 0.9, 0.5],
  ])('of %j is P50 %s, P90 %s, within %s', async (durations, p50Ms, p90Ms, withinShare) => {
    await writeHistory(store, { incidents: durations.map((ms) => incident(at, ms)) });
    const { response } = await report('2026-11-24');
    expect(response.n).toBe(durations.length);
    expect(response.p50Ms).toBe(p50Ms);
    if (p90Ms === null) expect(response.p90Ms).toBeNull();
    else expect(response.p90Ms).toBeCloseTo(p90Ms, 6);
    expect(response.withinShare).toBe(withinShare);
  });

  it('leaves out missing and negative ones and counts them; false reports and duplicates are no incidents', async () => {
    await writeHistory(store, {
      incidents: [
        incident(at, 0),
        incident(at, null),
        incident(at, -1),
        incident(at, MINUTE_MS, { state: 'false_report' }),
        incident(at, MINUTE_MS, { state: 'duplicate' }),
        incident(at, null, { state: 'cancelled' }),
      ],
    });
    const { incidents, response } = await report('2026-11-24');
    expect(incidents).toMatchObject({ n: 4, excluded: { falseReports: 1, duplicates: 1 } });
    expect(response).toMatchObject({ n: 1, p50Ms: 0, excluded: { missing: 2, negative: 1 } });
    expect(response.byCategory).toEqual([
      expect.objectContaining({ categoryCode: 'KBK', n: 1, excluded: { missing: 2, negative: 1 } }),
    ]);
  });
});

describe('a complaint that was opened again', () => {
  const steps = [
    ['selesai', 5],
    ['dibuka_kembali', 12],
    ['selesai', 15],
  ] as const;

  it('stands at the end of each day as it stood then', async () => {
    await writeHistory(store, { complaints: [complaint(steps)] });
    const days = ['04', '05', '11', '12', '14', '15'].map((day) => `2026-11-${day}`);
    const standing = [];
    for (const day of days) {
      const { open, overdue } = (await report(day)).complaints;
      standing.push([open, overdue]);
    }
    expect(standing).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
      [1, 1],
      [1, 1],
      [0, 0],
    ]);
  });

  it('is done in each period in which it was, once, and in time by the last time in it', async () => {
    await writeHistory(store, { complaints: [complaint(steps)] });
    expect((await report('2026-11-05')).complaints).toMatchObject({ done: 1, doneInTime: 1 });
    expect((await report('2026-11-12')).complaints).toMatchObject({ done: 0, doneInTime: 0 });
    expect((await report('2026-11-15')).complaints).toMatchObject({ done: 1, doneInTime: 0 });
    expect((await report('2026-11-01', '2026-11-20')).complaints).toMatchObject({
      done: 1,
      doneInTime: 0,
    });
  });

  it('counts as open all along where its earlier end was imported', async () => {
    const [first, ...later] = steps;
    await writeHistory(store, {
      complaints: [{ ...complaint([first, ...later]), isImported: true }],
    });
    expect((await report('2026-11-11')).complaints).toMatchObject({ open: 1, done: 0 });
    expect((await report('2026-11-05')).complaints.done).toBe(0);
    expect((await report('2026-11-15')).complaints).toMatchObject({ open: 0, done: 1 });
  });
});

it('tells complaints by agency and kecamatan, the most open first and no place last', async () => {
  const kecamatan = (code: string) =>
    ({ kind: 'in_city', kecamatanCode: code, kelurahanCode: null }) as const;
  const received = [
    buildComplaint({ area: kecamatan('99.99.02'), agencyCode: 'dlh' }),
    buildComplaint({ area: kecamatan('99.99.01'), agencyCode: 'dlh' }),
    buildComplaint({ area: kecamatan('99.99.01'), agencyCode: 'damkar' }),
    buildComplaint({ area: { kind: 'unknown' }, agencyCode: 'dlh' }),
  ];
  await writeHistory(store, {
    complaints: received.map((one) => ({ received: one, isImported: false, steps: [] })),
  });
  const { byAgency, byKecamatan } = (await report('2026-11-24')).complaints;
  expect(byAgency.map(({ agencyCode, open }) => [agencyCode, open])).toEqual([
    ['dlh', 3],
    ['damkar', 1],
  ]);
  expect(byKecamatan.map(({ kecamatanCode, open }) => [kecamatanCode, open])).toEqual([
    ['99.99.01', 2],
    ['99.99.02', 1],
    [null, 1],
  ]);
});

it('draws weeks from their Monday in WIB, and counts of the first only the days of the period', async () => {
  await writeHistory(store, {
    calls: [
      call('2026-10-06T16:59:59.999Z'),
      call('2026-10-06T17:00:00.000Z'),
      call('2026-10-11T16:59:59.999Z'),
      call('2026-10-11T17:00:00.000Z'),
    ],
  });
  // From a Wednesday on.
  const { bucket, calls } = await report('2026-10-07', '2026-11-24');
  expect(bucket).toBe('week');
  expect(calls.trend.slice(0, 2)).toMatchObject([
    { startsAt: '2026-10-04T17:00:00.000Z', byType: { normal: 2 } },
    { startsAt: '2026-10-11T17:00:00.000Z', byType: { normal: 1 } },
  ]);
  expect(calls.trend).toHaveLength(8);
});

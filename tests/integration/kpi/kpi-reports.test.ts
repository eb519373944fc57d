import type { Audience } from '@shared/domain/audience';
import { WITHHELD_CATEGORY } from '@shared/domain/render-record';
import type { KpiPeriod } from '@shared/protocol/kpi';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { createKpiReports, type KpiReports } from '../../../src/backend/kpi/kpi-reports';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { recordCall } from '../../../src/backend/operations/record-call';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';

const ROOM: Audience = { kind: 'room' };
const TODAY: KpiPeriod = { from: '2026-11-24', to: '2026-11-24' };
const YESTERDAY: KpiPeriod = { from: '2026-11-23', to: '2026-11-23' };

let backend: TestBackend;
let reports: KpiReports;
beforeAll(async () => {
  backend = await openTestBackend();
});
beforeEach(() => {
  backend.clock.set('2026-11-24T04:00:00.000Z');
  reports = createKpiReports(backend);
});
afterAll(() => backend.store.close());

const recordOne = () => recordCall(backend, { type: 'normal' }, callerAs());

it('counts once for all who ask at the same time', async () => {
  const [first, ...others] = await Promise.all(
    Array.from({ length: 10 }, () => reports.read(TODAY, ROOM)),
  );
  for (const other of others) expect(other).toBe(first);
});

it('counts again after a change, but not within two seconds', async () => {
  const first = await reports.read(TODAY, ROOM);
  const { seq } = await recordOne();
  backend.clock.advance(1_999);
  expect(await reports.read(TODAY, ROOM)).toBe(first);
  backend.clock.advance(1);
  const second = await reports.read(TODAY, ROOM);
  expect(second.seq).toBe(seq);
  expect(second.calls.n).toBe(first.calls.n + 1);
  expect(second.computedAt).toBe(backend.clock.now());
});

it('keeps a report while nothing changes, of a day that goes on for a quarter of a minute', async () => {
  const today = await reports.read(TODAY, ROOM);
  const yesterday = await reports.read(YESTERDAY, ROOM);
  backend.clock.advance(14_999);
  expect(await reports.read(TODAY, ROOM)).toBe(today);
  backend.clock.advance(1);
  expect((await reports.read(TODAY, ROOM)).computedAt).toBe(backend.clock.now());
  backend.clock.advance(3_600_000);
  expect(await reports.read(YESTERDAY, ROOM)).toBe(yesterday);
});

it('counts a day to its end once it is over', async () => {
  backend.clock.set('2026-11-24T16:59:59.000Z');
  await reports.read(TODAY, ROOM);
  await recordOne();
  backend.clock.advance(3_000);
  const { calls, seq } = await reports.read(TODAY, ROOM);
  expect(calls.trend).toHaveLength(24);
  backend.clock.advance(3_600_000);
  expect((await reports.read(TODAY, ROOM)).seq).toBe(seq);
});

it('answers again after a failure', async () => {
  const failing = createKpiReports({
    city: backend.city,
    clock: backend.clock,
    store: {
      get db() {
        if (isDown) throw new Error('no database');
        return backend.store.db;
      },
    },
  });
  let isDown = true;
  await expect(failing.read(TODAY, ROOM)).rejects.toThrow('no database');
  isDown = false;
  expect((await failing.read(TODAY, ROOM)).period).toEqual(TODAY);
});

it('tells sensitive categories as one row to all but the room', async () => {
  for (const categoryCode of ['KBK', 'MED', 'MED'])
    await openIncident(backend, { categoryCode }, callerAs());
  const room = await reports.read(TODAY, ROOM);
  const executive = await reports.read(TODAY, { kind: 'executive' });
  expect(room.incidents.byCategory).toEqual([
    { categoryCode: 'MED', n: 2 },
    { categoryCode: 'KBK', n: 1 },
  ]);
  expect(executive.incidents.byCategory).toEqual([
    { categoryCode: 'KBK', n: 1 },
    { categoryCode: WITHHELD_CATEGORY, n: 2 },
  ]);
  expect(executive.response.byCategory.map(({ categoryCode }) => categoryCode)).toEqual([
    'KBK',
    WITHHELD_CATEGORY,
  ]);
  expect({ ...executive.incidents, byCategory: [] }).toEqual({ ...room.incidents, byCategory: [] });
});

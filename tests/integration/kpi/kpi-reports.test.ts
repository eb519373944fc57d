import type { KpiPeriod } from '@shared/protocol/kpi';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { createKpiReports, type KpiReports } from '../../../src/backend/kpi/kpi-reports';
import { recordCall } from '../../../src/backend/operations/record-call';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';

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
    Array.from({ length: 10 }, () => reports.read(TODAY)),
  );
  for (const other of others) expect(other).toBe(first);
});

it('counts again after a change, but not within two seconds', async () => {
  const first = await reports.read(TODAY);
  const { seq } = await recordOne();
  backend.clock.advance(1_999);
  expect(await reports.read(TODAY)).toBe(first);
  backend.clock.advance(1);
  const second = await reports.read(TODAY);
  expect(second.seq).toBe(seq);
  expect(second.calls.n).toBe(first.calls.n + 1);
  expect(second.computedAt).toBe(backend.clock.now());
});

it('keeps a report while nothing changes, of a day that goes on for a quarter of a minute', async () => {
  const today = await reports.read(TODAY);
  const yesterday = await reports.read(YESTERDAY);
  backend.clock.advance(14_999);
  expect(await reports.read(TODAY)).toBe(today);
  backend.clock.advance(1);
  expect((await reports.read(TODAY)).computedAt).toBe(backend.clock.now());
  backend.clock.advance(3_600_000);
  expect(await reports.read(YESTERDAY)).toBe(yesterday);
});

it('counts a day to its end once it is over', async () => {
  backend.clock.set('2026-11-24T16:59:59.000Z');
  await reports.read(TODAY);
  await recordOne();
  backend.clock.advance(3_000);
  const { calls, seq } = await reports.read(TODAY);
  expect(calls.trend).toHaveLength(24);
  backend.clock.advance(3_600_000);
  expect((await reports.read(TODAY)).seq).toBe(seq);
});

it('answers again after a failure', async () => {
  const failing = createKpiReports({
    clock: backend.clock,
    store: {
      get db() {
        if (isDown) throw new Error('no database');
        return backend.store.db;
      },
    },
  });
  let isDown = true;
  await expect(failing.read(TODAY)).rejects.toThrow('no database');
  isDown = false;
  expect((await failing.read(TODAY)).period).toEqual(TODAY);
});

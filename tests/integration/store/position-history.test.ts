import { DAY_MS } from '@shared/domain/time';
import type { PositionTuple } from '@shared/protocol/positions';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Store } from '../../../src/backend/store/open-store';
import {
  appendPositionHistory,
  dropHistoryBefore,
  listHistoryDays,
  makeHistoryDays,
  readTrack,
} from '../../../src/backend/store/position-history';
import { createFakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';

const NOON = Date.parse('2026-11-24T12:00:00.000Z');
const at = (unitId: string, ms: number): PositionTuple => [unitId, 106.03, -6.01, 90, 8.5, ms];
const iso = (ms: number) => new Date(ms).toISOString();

let store: Store;
beforeAll(async () => {
  store = await openTestStore(createFakeClock());
});
afterAll(() => store.close());

describe('the position history', () => {
  it('has a table for each day from yesterday to two days ahead, made once', async () => {
    await makeHistoryDays(store.db, NOON);
    await Promise.all([makeHistoryDays(store.db, NOON), makeHistoryDays(store.db, NOON)]);
    expect(await listHistoryDays(store.db)).toEqual([
      '20261123',
      '20261124',
      '20261125',
      '20261126',
    ]);
  });

  it('gives back a unit’s way in order of time, the same position once', async () => {
    await appendPositionHistory(store.db, [
      at('DMK-01', NOON),
      at('DMK-01', NOON + 5_000),
      at('PSC-01', NOON),
    ]);
    await appendPositionHistory(store.db, [at('DMK-01', NOON), at('DMK-01', NOON - DAY_MS)]);
    const period = { from: iso(NOON - DAY_MS), to: iso(NOON + 5_000) };
    expect(await readTrack(store.db, 'DMK-01', period, 10)).toEqual([
      at('DMK-01', NOON - DAY_MS),
      at('DMK-01', NOON),
    ]);
    expect(await readTrack(store.db, 'DMK-01', period, 1)).toHaveLength(1);
  });

  it('leaves out what lies on a day without a table, and keeps the rest', async () => {
    await appendPositionHistory(store.db, [
      at('BPB-01', NOON - 3 * DAY_MS),
      at('BPB-01', NOON + DAY_MS),
    ]);
    const period = { from: iso(0), to: iso(NOON + 9 * DAY_MS) };
    expect(await readTrack(store.db, 'BPB-01', period, 10)).toEqual([at('BPB-01', NOON + DAY_MS)]);
  });

  it('drops whole days, also one whose letting go was interrupted', async () => {
    // As a server leaves it that dies between the two steps.
    await store.db.execute(
      sql`alter table position_history detach partition position_history_20261123`,
    );
    expect(await dropHistoryBefore(store.db, NOON + DAY_MS)).toEqual(['20261123', '20261124']);
    expect(await listHistoryDays(store.db)).toEqual(['20261125', '20261126']);
    const period = { from: iso(0), to: iso(NOON + DAY_MS) };
    expect(await readTrack(store.db, 'DMK-01', period, 10)).toEqual([]);
  });
});

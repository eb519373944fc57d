import type { CityPack } from '@shared/domain/city-pack';
import { DAY_MS, HOUR_MS } from '@shared/domain/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAreasInForce } from '../../../src/backend/areas/areas-in-force';
import { silentLog } from '../../../src/backend/log';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { syncCityPack } from '../../../src/backend/operations/sync-city-pack';
import { createSealer } from '../../../src/backend/personal-data/sealer';
import { prepareDemo } from '../../../src/backend/simulator/prepare-demo';
import type { BulkCounts } from '../../../src/backend/store/bulk-load';
import { listComplaints } from '../../../src/backend/store/complaints';
import { listIncidents } from '../../../src/backend/store/incidents';
import type { Store } from '../../../src/backend/store/open-store';
import { readUnits } from '../../../src/backend/store/units';
import { loadCilegon } from '../../support/cilegon';
import { createFakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import { readChanges } from '../../support/read-changes';
import { TEST_KEYS } from '../../support/test-keys';

const clock = createFakeClock('2026-11-24T02:00:00.000Z');
const ALL = { after: null, limit: 500 };
let store: Store;
let city: CityPack;

beforeAll(async () => {
  city = await loadCilegon();
  store = await openTestStore(clock);
  await syncCityPack({ store, clock, city, log: silentLog }, 'hash');
});
afterAll(() => store.close());

function prepare(): Promise<BulkCounts> {
  return prepareDemo({
    store,
    city,
    clock,
    log: silentLog,
    seed: 112,
    days: 6,
    onProgress: () => undefined,
  });
}

/** Each leaves as many changes as it had batches. */
const imports = async (): Promise<number> =>
  new Set(
    (await readChanges(store.db, 0, 1_000)).flatMap((change) =>
      change.type === 'history.imported' ? [change.data.importId] : [],
    ),
  ).size;

describe('the past of the demo city', () => {
  it('comes in at the first start and ends in a plausible present', async () => {
    const counts = await prepare();
    expect(counts.calls).toBeGreaterThan(1_000);
    expect(counts.incidents).toBeGreaterThan(60);
    expect(counts.complaints).toBeGreaterThan(400);
    expect(await imports()).toBe(1);

    const { items } = await listIncidents(store.db, { state: 'all' }, ALL);
    for (const { milestones, endedAt } of items) {
      const times = [...Object.values(milestones), endedAt].filter((at) => at !== null);
      expect(times.every((at) => at <= clock.now())).toBe(true);
    }
    const open = await listComplaints(store.db, { state: 'open' }, ALL);
    expect(open.items.length).toBeGreaterThan(100);
  });

  it('lets units have been at rest before it, so that the first incidents find them', async () => {
    for (const { statusSince } of await readUnits(store.db))
      expect(statusSince < '2026-11-24T02:00:00.000Z').toBe(true);
  });

  it('is not added twice', async () => {
    expect(await prepare()).toEqual({ calls: 0, incidents: 0, complaints: 0 });
    expect(await imports()).toBe(1);
  });

  it('is filled up after a night off, and what was left open then is over', async () => {
    const { id } = await openIncident(
      {
        store,
        clock,
        city,
        areas: createAreasInForce(city, null),
        log: silentLog,
        sealer: createSealer(() => TEST_KEYS),
      },
      { categoryCode: 'KBK', provenance: { source: 'simulator', externalId: 'warm/test/1' } },
      { actor: { kind: 'simulator', id: 'simulator' }, principal: null, idempotency: null },
    );
    clock.advance(DAY_MS / 2);
    const counts = await prepare();
    expect(counts.calls).toBeGreaterThan(50);
    expect(counts.incidents).toBeGreaterThan(2);
    expect(await imports()).toBe(2);
    const { items } = await listIncidents(store.db, { state: 'all' }, ALL);
    expect(items.find((incident) => incident.id === id)).toMatchObject({ state: 'closed' });
    const { items: open } = await listIncidents(store.db, { state: 'open' }, ALL);
    for (const { milestones } of open) {
      expect(Date.parse(milestones.callReceivedAt ?? '')).toBeGreaterThan(
        clock.nowMs() - 24 * HOUR_MS,
      );
    }
  });
});

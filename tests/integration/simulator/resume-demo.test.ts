import type { CityPack } from '@shared/domain/city-pack';
import type { Complaint } from '@shared/domain/complaint';
import { HOUR_MS } from '@shared/domain/time';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { createAreasInForce } from '../../../src/backend/areas/areas-in-force';
import { createIntakeClient } from '../../../src/backend/intake/intake-client';
import { silentLog } from '../../../src/backend/log';
import { syncCityPack } from '../../../src/backend/operations/sync-city-pack';
import { createSealer } from '../../../src/backend/personal-data/sealer';
import { createLiveCity } from '../../../src/backend/simulator/live-city';
import { createOutbox } from '../../../src/backend/simulator/outbox';
import { prepareDemo } from '../../../src/backend/simulator/prepare-demo';
import { createPictureReader } from '../../../src/backend/simulator/server-picture';
import { stepWorld } from '../../../src/backend/simulator/step-world';
import { listComplaints } from '../../../src/backend/store/complaints';
import type { Store } from '../../../src/backend/store/open-store';
import { loadCilegon } from '../../support/cilegon';
import { createFakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import { buildTestApp, INTEGRATION_TOKEN } from '../../support/test-app';
import { TEST_KEYS } from '../../support/test-keys';

const TICK_MS = 60_000;
const clock = createFakeClock('2026-11-24T02:00:00.000Z');
let store: Store;
let city: CityPack;
let url: string;
let close: () => Promise<void>;

beforeAll(async () => {
  city = await loadCilegon();
  store = await openTestStore(clock);
  const areas = createAreasInForce(city, null);
  const sealer = createSealer(() => TEST_KEYS);
  const backend = { store, clock, city, areas, log: silentLog, sealer };
  await syncCityPack(backend, 'hash');
  await prepareDemo({ ...backend, seed: 112, days: 6, onProgress: () => undefined });
  const app = await buildTestApp(backend);
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  close = () => app.close();
});
afterAll(async () => {
  await close();
  await store.close();
});

/** Start the city, let hours pass, stop it. @returns what the intake refused */
async function playHours(hours: number, seed: number): Promise<string[]> {
  const abort = new AbortController();
  const client = createIntakeClient({ url, token: INTEGRATION_TOKEN });
  const refusals: string[] = [];
  const outbox = createOutbox({
    client,
    statusCodes: new Map(
      [...city.unitStatuses].reverse().map(({ meaning, code }) => [meaning, code]),
    ),
    runId: `run/${String(seed)}/${clock.now()}`,
    retry: { signal: abort.signal, sleep: () => Promise.resolve() },
    paceMs: 0,
    onRefused: ({ kind }, reason) => refusals.push(`${kind}: ${reason}`),
  });
  const options = { url, token: INTEGRATION_TOKEN, city, seed, clock, log: silentLog, rate: 1 };
  const live = await createLiveCity(options, client, createPictureReader(client), outbox);
  const sending = outbox.run();
  for (let passedMs = 0; passedMs < hours * HOUR_MS; passedMs += TICK_MS) {
    live.planAhead(clock.nowMs());
    stepWorld(live.world, clock.nowMs(), outbox.put);
    await expect.poll(() => outbox.size(), { timeout: 10_000, interval: 1 }).toBe(0);
    clock.advance(TICK_MS);
  }
  abort.abort();
  await sending;
  return refusals;
}

const openComplaints = async (): Promise<Complaint[]> =>
  (await listComplaints(store.db, { state: 'open' }, { after: null, limit: 500 })).items;

it('has no request refused when the demo is started again after a while', async () => {
  expect(await playHours(0.5, 112)).toEqual([]);
  clock.advance(HOUR_MS);
  expect(await playHours(0.5, 112)).toEqual([]);
}, 60_000);

it('resumes complaints whose plan is no longer the one they were recorded by', async () => {
  const before = await openComplaints();
  const refusals = await playHours(0.5, 7);
  expect(refusals.filter((refusal) => refusal.startsWith('complaintStep'))).toEqual([]);
  const versionOf = new Map((await openComplaints()).map(({ id, version }) => [id, version]));
  const moved = before.filter(({ id, version }) => versionOf.get(id) !== version);
  expect(moved.length).toBeGreaterThan(10);
}, 60_000);

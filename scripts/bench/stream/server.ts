import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CityPack, UnitDefinition } from '@shared/domain/city-pack';

import { buildApp } from '../../../src/backend/app';
import { createAreasInForce } from '../../../src/backend/areas/areas-in-force';
import { createBorder, DIRECT } from '../../../src/backend/border/border';
import { loadCityPack } from '../../../src/backend/city-pack/load-city-pack';
import { systemClock as clock } from '../../../src/backend/clock';
import { noFacilities } from '../../../src/backend/facilities/no-facilities';
import { silentLog as log } from '../../../src/backend/log';
import { createMetrics } from '../../../src/backend/metrics/metrics';
import { syncCityPack } from '../../../src/backend/operations/sync-city-pack';
import { startPositions } from '../../../src/backend/positions/start-positions';
import { startVeils } from '../../../src/backend/positions/start-veils';
import { findAppRoot } from '../../../src/backend/resources-root';
import { openStore } from '../../../src/backend/store/open-store';
import type { Transact } from '../../../src/backend/store/transact';
import { startPublisher } from '../../../src/backend/stream/publisher';
import { storeChangeSource } from '../../../src/backend/stream/store-change-source';
import { benchAccounts } from '../bench-accounts';
import { benchSealing } from '../bench-sealing';
import { type Moments, type ServerReady, tellParent, wallMs } from './messages';

const UNITS = 1_000;

/** The server under measurement: the product's own parts on a fresh data directory, noting when each commit was done. */
async function main(): Promise<void> {
  const appRoot = findAppRoot(import.meta.url);
  const dataDir = await mkdtemp(join(tmpdir(), 'command-center-bench-'));
  const city = withUnits(
    await loadCityPack(join(appRoot, 'resources', 'cities', 'cilegon')),
    UNITS,
  );
  const store = await openStore({
    dataDir,
    databaseUrl: null,
    clock,
    log,
    emptyImagePath: join(appRoot, 'resources', 'pglite', 'empty.tar.gz'),
  });
  await syncCityPack({ store, clock, city, log }, 'bench');
  const positions = await startPositions(store, clock, log);
  const source = storeChangeSource(store);
  const { streamId, seq } = await source.readHead();
  const publisher = startPublisher({ source, fromSeq: seq, clock, log });

  const committed: Moments = [];
  const transact: Transact = async (...work) => {
    const outcome = await store.transact(...work);
    const nowMs = wallMs();
    for (const change of outcome.changes) committed.push([change.seq, nowMs]);
    return outcome;
  };
  const { token, accounts } = await benchAccounts(store, 'integration');
  const app = await buildApp({
    ...benchSealing,
    store: { db: store.db, transact },
    clock,
    city,
    areas: createAreasInForce(city, null),
    log,
    accounts,
    facilities: noFacilities,
    basemap: { kind: 'schematic', problem: null },
    positions: positions.hub,
    veils: await startVeils(store, clock, city),
    source,
    publisher,
    identity: { streamId, profile: 'empty', serverVersion: 'bench' },
    localSession: { token, isEnabled: false },
    border: createBorder(DIRECT, clock),
    openBackup: () => Promise.reject(new Error('a bench makes no backup')),
    tls: null,
    trustedProxies: [],
    metrics: createMetrics(),
    connections: () => null,
    metricsToken: null,
    checkHealth: async () => ({ isReady: true, failing: {} }),
    rendererDir: join(dataDir, 'none'),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  process.once('message', () => {
    void (async () => {
      tellParent(committed);
      await app.close();
      accounts.stop();
      await publisher.stop();
      await positions.stop();
      await store.close();
      await rm(dataDir, { recursive: true });
      process.disconnect();
    })();
  });
  tellParent({
    url,
    token,
    unitIds: city.units.map((unit) => unit.callSign),
  } satisfies ServerReady);
}

/** The same city with so many units, by repeating its own; all begin in a status that the load changes. */
function withUnits(city: CityPack, count: number): CityPack {
  const units: UnitDefinition[] = [];
  for (let number = 0; number < count; number += 1) {
    const model = city.units[number % city.units.length];
    if (model === undefined) throw new Error('the city pack has no units to repeat');
    units.push({ ...model, callSign: `UJI-${number}`, initialStatusCode: 'SIAGA' });
  }
  return { ...city, units };
}

await main();

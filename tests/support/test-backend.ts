import type { Principal } from '@shared/domain/access';
import type { CityPack } from '@shared/domain/city-pack';
import type { Actor } from '@shared/protocol/changes';

import { actorOf } from '../../src/backend/access/identity';
import { createAreasInForce } from '../../src/backend/areas/areas-in-force';
import { silentLog } from '../../src/backend/log';
import type { Caller } from '../../src/backend/operations/run-write';
import type { SealedDeps } from '../../src/backend/operations/sealed-deps';
import { syncCityPack } from '../../src/backend/operations/sync-city-pack';
import { createSealer } from '../../src/backend/personal-data/sealer';
import type { Store } from '../../src/backend/store/open-store';
import { createFakeClock, type FakeClock } from './fake-clock';
import { openTestStore } from './open-test-store';
import { PRINCIPALS } from './principals';
import { buildTestCity } from './test-city';
import { TEST_KEYS } from './test-keys';

export interface TestBackend extends SealedDeps {
  store: Store;
  clock: FakeClock;
}

/** Store in memory, small city with its units registered, clock that stands still. Close its store after use. */
export async function openTestBackend(city: CityPack = buildTestCity()): Promise<TestBackend> {
  const clock = createFakeClock();
  const store = await openTestStore(clock);
  const areas = createAreasInForce(city, null);
  const sealer = createSealer(() => TEST_KEYS);
  const backend = { store, clock, city, areas, log: silentLog, sealer };
  await syncCityPack(backend, 'test-hash');
  return backend;
}

export const INTEGRATION: Actor = { kind: 'integration', id: 'feed' };

/** A signed-in caller, by default a supervisor, or an actor that is nobody's principal. No idempotency key. */
export function callerAs(who: Principal | Actor = PRINCIPALS.supervisor): Caller {
  return 'role' in who
    ? { actor: actorOf(who), principal: who, idempotency: null }
    : { actor: who, principal: null, idempotency: null };
}

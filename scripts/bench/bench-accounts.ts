import { createToken } from '../../src/backend/access/access-tokens';
import { machineIdentity } from '../../src/backend/access/identity';
import { systemClock as clock } from '../../src/backend/clock';
import { silentLog as log } from '../../src/backend/log';
import { openAccounts } from '../../src/backend/open-accounts';
import type { Store } from '../../src/backend/store/open-store';
import { BENCH_KEYS } from './bench-sealing';

/** The accounts of a server under measurement, and a token by which it knows an integration. */
export async function benchAccounts(
  store: Pick<Store, 'db' | 'transact'>,
  role: 'integration' | 'supervisor',
) {
  const token = createToken();
  const principal =
    role === 'integration'
      ? ({ role, id: 'bench', source: null, scopes: null } as const)
      : { role, id: 'bench' };
  const accounts = await openAccounts({
    store,
    clock,
    log,
    keys: BENCH_KEYS,
    credentials: [{ token, identity: machineIdentity(principal) }],
    windowToken: token,
    isDemo: true,
  });
  return { token, accounts };
}

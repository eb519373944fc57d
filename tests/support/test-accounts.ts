import type { Accounts } from '../../src/backend/http/accounts';
import { openAccounts } from '../../src/backend/open-accounts';
import { TEST_CREDENTIALS } from './principals';
import type { TestBackend } from './test-backend';
import { TEST_KEYS } from './test-keys';

export const WINDOW_TOKEN = 'window-token';

/** Accounts on a test backend, with a token for each role beside those that are made. Stop them after use. */
export function openTestAccounts(
  { store, clock, log }: TestBackend,
  { isDemo }: { isDemo: boolean } = { isDemo: false },
): Promise<Accounts & { stop(): void }> {
  return openAccounts({
    store,
    clock,
    log,
    keys: TEST_KEYS,
    credentials: TEST_CREDENTIALS,
    windowToken: WINDOW_TOKEN,
    isDemo,
  });
}

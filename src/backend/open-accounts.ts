import { HOUR_MS } from '@shared/domain/time';

import { type Credential, createAccessList, createTokenCheck } from './access/access-list';
import { identifyApiKeys } from './access/api-key';
import { createFirstAdminCode } from './access/first-admin-code';
import { identifyTokens } from './access/identify-tokens';
import { createPasswords } from './access/passwords';
import { createRefreshTokens } from './access/refresh-token';
import { startRevocations } from './access/revocations';
import { createTokenIssuer } from './access/token-issuer';
import type { Clock } from './clock';
import type { Accounts } from './http/accounts';
import type { Keys } from './keys/keys';
import type { Log } from './log';
import { pruneAccess } from './operations/access/prune-access';
import { findApiKey, noteApiKeyUsed } from './store/api-keys';
import type { Store } from './store/open-store';
import { readRevokedSince } from './store/sessions';

interface Options {
  store: Pick<Store, 'db' | 'transact'>;
  clock: Clock;
  log: Log;
  keys: Keys;
  /** Tokens that need no database. */
  credentials: readonly Credential[];
  /** Of this machine's own window. */
  windowToken: string;
  isDemo: boolean;
}

/** Everything by which this server knows who asks. `stop` ends what it does by itself. */
export async function openAccounts(options: Options): Promise<Accounts & { stop(): void }> {
  const { store, clock, log, keys, isDemo } = options;
  const tokens = createTokenIssuer(keys, clock);
  const read = (since: string) => readRevokedSince(store.db, since);
  const revocations = await startRevocations({ read, clock, log });
  const isRevoked = (id: string) => revocations.isRevoked(id);
  const apiKeys = identifyApiKeys({
    find: (keyHash) => findApiKey(store.db, keyHash),
    noteUsed: (id) => noteApiKeyUsed(store.db, id, clock.now()),
    isRevoked,
    clock,
  });
  const stopPruning = pruneHourly({ store, clock }, log);
  return {
    ...createAccessList(options.credentials, [
      identifyTokens({ tokens, isRevoked, isDemo }),
      apiKeys,
    ]),
    tokens,
    refreshTokens: createRefreshTokens(keys),
    passwords: createPasswords(),
    revocations,
    isWindow: createTokenCheck(options.windowToken),
    isDemo,
    firstAdminCode: isDemo ? null : createFirstAdminCode(),
    stop() {
      revocations.stop();
      stopPruning();
    },
  };
}

function pruneHourly(deps: Pick<Options, 'store' | 'clock'>, log: Log): () => void {
  const timer = setInterval(() => {
    pruneAccess(deps).catch((error: unknown) => {
      log.warn({ err: error }, 'old sessions could not be removed; trying again in an hour');
    });
  }, HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}

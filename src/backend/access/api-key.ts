import type { Action } from '@shared/domain/access-terms';
import { MINUTE_MS } from '@shared/domain/time';

import type { Clock } from '../clock';
import type { Identify } from './access-list';
import { type Identity, machineIdentity } from './identity';
import { hashSecret } from './refresh-token';

/** So that a key that lands where it should not is recognised as one. */
export const API_KEY_PREFIX = 'ccmd_';
/** Trackers ask ten times a second; their keys are looked up once a minute. */
const REMEMBER_MS = MINUTE_MS;
const MAX_REMEMBERED = 1_024;

interface StoredKey {
  id: string;
  source: string;
  scopes: Action[];
}

interface Deps {
  /** One that was not revoked, by the hash of the key. */
  find: (keyHash: string) => Promise<StoredKey | null>;
  noteUsed: (id: string) => Promise<void>;
  isRevoked: (id: string) => boolean;
  clock: Pick<Clock, 'nowMs'>;
}

/**
 * Finds whom an API key stands for. A key is remembered for a minute, when its use is written down again; one that
 * is revoked is refused at once all the same.
 */
export function identifyApiKeys({ find, noteUsed, isRevoked, clock }: Deps): Identify {
  const remembered = new Map<string, { identity: Identity; untilMs: number }>();

  return async (token) => {
    if (!token.startsWith(API_KEY_PREFIX)) return null;
    const keyHash = hashSecret(token);
    const known = remembered.get(keyHash);
    if (known !== undefined && known.untilMs > clock.nowMs()) {
      const { identity } = known;
      return isRevoked(identity.principal.id) ? null : identity;
    }
    remembered.delete(keyHash);
    const key = await find(keyHash);
    if (key === null) return null;
    const { id, source, scopes } = key;
    const identity: Identity = {
      ...machineIdentity({ role: 'integration', id, source, scopes }),
      credentialId: id,
    };
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(keyHash, { identity, untilMs: clock.nowMs() + REMEMBER_MS });
    await noteUsed(id);
    return identity;
  };
}

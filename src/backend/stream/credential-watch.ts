import { audienceKey, audienceOf } from '@shared/domain/audience';

import type { AccessList } from '../access/access-list';
import type { Identity } from '../access/identity';
import type { Revocations } from '../access/revocations';
import type { Clock } from '../clock';
import type { CutReason } from './stream-watch';

/** A token has run out on a socket for as long as this before the socket is ended: its client renews it meanwhile. */
const GRACE_MS = 15_000;
const LOOK_MS = 500;

/** Sees to it that each socket has a credential that is good now. */
export interface CredentialWatch {
  /** To be called with each socket that was let in. @returns the forgetting */
  follow(holder: Holder): () => void;
  stop(): void;
}

export interface Holder {
  identity: Identity;
  /** End it; its client connects anew, and is told at the handshake that it is not known any more. */
  end(reason: Extract<CutReason, 'revoked' | 'expired'>): void;
}

interface Deps {
  revocations: Pick<Revocations, 'isRevoked' | 'subscribe'>;
  clock: Pick<Clock, 'nowMs'>;
}

export function watchCredentials({ revocations, clock }: Deps): CredentialWatch {
  const holders = new Set<Holder>();

  const isRevoked = ({ identity: { credentialId } }: Holder): boolean =>
    credentialId !== null && revocations.isRevoked(credentialId);
  const endRevoked = (): void => {
    for (const holder of holders) if (isRevoked(holder)) holder.end('revoked');
  };
  const endExpired = (): void => {
    const nowMs = clock.nowMs();
    for (const holder of holders) {
      const { expiresAtMs } = holder.identity;
      if (expiresAtMs !== null && nowMs > expiresAtMs + GRACE_MS) holder.end('expired');
    }
  };

  const unsubscribe = revocations.subscribe(endRevoked);
  const timer = setInterval(endExpired, LOOK_MS);
  timer.unref();
  return {
    follow(holder) {
      holders.add(holder);
      // Between its handshake and now it may have been revoked.
      if (isRevoked(holder)) holder.end('revoked');
      return () => holders.delete(holder);
    },
    stop() {
      unsubscribe();
      clearInterval(timer);
    },
  };
}

/**
 * Whom a socket's new token stands for, where it may go on with it: the same account in the same audience. Else
 * null: it connects anew, and takes what the other audience may see.
 */
export async function renewedIdentity(
  access: AccessList,
  { principal }: Identity,
  token: string,
): Promise<Identity | null> {
  const next = await access.identify(token);
  if (next === null || next.principal.id !== principal.id) return null;
  const isSameAudience =
    audienceKey(audienceOf(next.principal)) === audienceKey(audienceOf(principal));
  return isSameAudience ? next : null;
}

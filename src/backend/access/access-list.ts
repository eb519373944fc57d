import { createHash, timingSafeEqual } from 'node:crypto';

import type { Identity } from './identity';

/** A token of this machine and whom it stands for. */
export interface Credential {
  token: string;
  identity: Identity;
}

/** Finds whom a token stands for, or null for one that is unknown, expired or revoked. */
export type Identify = (token: string) => Promise<Identity | null>;

export interface AccessList {
  identify: Identify;
}

/**
 * This machine's own tokens first, then what `others` know: sessions and keys.
 * @param others asked in turn
 */
export function createAccessList(
  credentials: readonly Credential[],
  others: readonly Identify[] = [],
): AccessList {
  const known = credentials.map(({ token, identity }) => ({
    isSame: createTokenCheck(token),
    identity,
  }));
  return {
    async identify(token) {
      let found: Identity | null = null;
      // Every entry is compared, so time tells nothing about any token.
      for (const { isSame, identity } of known) if (isSame(token)) found = identity;
      for (const other of others) found ??= await other(token);
      return found;
    },
  };
}

/** Compare with a token in a time that says nothing about it: digests have one length. */
export function createTokenCheck(token: string): (other: string) => boolean {
  const expected = digestOf(token);
  return (other) => timingSafeEqual(expected, digestOf(other));
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

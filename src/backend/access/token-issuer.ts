import { randomUUID } from 'node:crypto';

import { type Principal, principalSchema } from '@shared/domain/access';
import { type Instant, MINUTE_MS } from '@shared/domain/time';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

import type { Clock } from '../clock';
import type { Keys } from '../keys/keys';

const ACCESS_LIFE_MS = 10 * MINUTE_MS;
/** A tool asks for what it wants at once. */
const CONSOLE_LIFE_MS = MINUTE_MS;
const ISSUER = 'cilegon-command-center';
const ALGORITHM = 'HS256';

/** What a token rests on. */
export type TokenBasis =
  | { kind: 'session'; sessionId: string }
  /** A role tried on, in the demo profile. */
  | { kind: 'demo' }
  /** A tool on the server, which can read the keys and so needs no account. */
  | { kind: 'console' };

export interface ReadToken {
  principal: Principal;
  basis: TokenBasis;
  expiresAtMs: number;
}

/** Signs the short-lived tokens that requests and sockets carry, and reads them. */
export interface TokenIssuer {
  issue(principal: Principal, basis: TokenBasis): Promise<{ token: string; expiresAt: Instant }>;
  /** Null for one that is not ours, not good any more, or for another installation. */
  read(token: string): Promise<ReadToken | null>;
}

const claimsSchema = z.object({
  exp: z.number(),
  principal: principalSchema,
  basis: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('session'), sessionId: z.string() }),
    z.object({ kind: z.literal('demo') }),
    z.object({ kind: z.literal('console') }),
  ]),
});

export function createTokenIssuer(
  { signing, fingerprint: audience }: Pick<Keys, 'signing' | 'fingerprint'>,
  clock: Pick<Clock, 'nowMs'>,
): TokenIssuer {
  return {
    async issue(principal, basis) {
      const nowSeconds = Math.floor(clock.nowMs() / 1_000);
      const lifeMs = basis.kind === 'console' ? CONSOLE_LIFE_MS : ACCESS_LIFE_MS;
      const expiresAtSeconds = nowSeconds + lifeMs / 1_000;
      const token = await new SignJWT({ principal, basis })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: signing.id })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setSubject(principal.id)
        .setIssuedAt(nowSeconds)
        .setExpirationTime(expiresAtSeconds)
        .setJti(randomUUID())
        .sign(signing.key);
      return { token, expiresAt: new Date(expiresAtSeconds * 1_000).toISOString() };
    },
    async read(token) {
      try {
        const { payload } = await jwtVerify(token, signing.key, {
          algorithms: [ALGORITHM],
          typ: 'at+jwt',
          issuer: ISSUER,
          audience,
          requiredClaims: ['sub', 'iat', 'exp', 'jti'],
          currentDate: new Date(clock.nowMs()),
        });
        const { exp, principal, basis } = claimsSchema.parse(payload);
        return { principal, basis, expiresAtMs: exp * 1_000 };
      } catch {
        // Whatever is wrong with it: it is not one of ours that is good now.
        return null;
      }
    },
  };
}

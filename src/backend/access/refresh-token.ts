import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { Keys } from '../keys/keys';

/**
 * `<session>.<random>.<seal>`. The seal tells an old token of a session, which only its owner or a thief can have,
 * from a made-up one, which must not be able to end anybody's session.
 */
export interface RefreshTokens {
  create(sessionId: string): string;
  /** The session it was made for; null for a token that was never given out here. */
  sessionOf(token: string): string | null;
}

export function createRefreshTokens({ signing }: Pick<Keys, 'signing'>): RefreshTokens {
  const seal = (content: string): string =>
    createHmac('sha256', signing.key).update(`refresh ${content}`).digest('base64url');
  return {
    create(sessionId) {
      const content = `${sessionId}.${randomBytes(32).toString('base64url')}`;
      return `${content}.${seal(content)}`;
    },
    sessionOf(token) {
      const match =
        /^(?<content>(?<sessionId>[0-9a-f-]{36})\.[\w-]{43})\.(?<given>[\w-]{43})$/.exec(token);
      const { content, sessionId, given } = match?.groups ?? {};
      if (content === undefined || sessionId === undefined || given === undefined) return null;
      return timingSafeEqual(Buffer.from(seal(content)), Buffer.from(given)) ? sessionId : null;
    },
  };
}

/** What is kept of a secret with 256 random bits: there is nothing to guess, so a plain hash will do. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

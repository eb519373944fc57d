import { createHash } from 'node:crypto';

import type { Clock } from '../clock';

/** Refused tokens of an address within a minute, after which it is answered only for tokens known to be good. */
const MAX_REFUSED = 100;
const WINDOW_MS = 60_000;
/** When more addresses or tokens come, the ones longest silent are forgotten: memory stays bounded. */
const MAX_REMEMBERED = 4_096;

/**
 * Who sends tokens that nobody gave out. Guessing 256 random bits is hopeless, but every guess costs a
 * signature or a query; this bounds what one address can make the server spend. Others behind the same
 * address go on: a token that was good lately still is looked at.
 */
export interface RefusedAttempts {
  /** Whether a request is to be turned away before its token is looked at; how long, in ms, or 0. */
  closedForMs(address: string, token: string | null): number;
  refused(address: string): void;
  accepted(token: string): void;
}

export function createRefusedAttempts(
  clock: Pick<Clock, 'nowMs'>,
  maxRefused: number = MAX_REFUSED,
): RefusedAttempts {
  const byAddress = new Map<string, { count: number; untilMs: number }>();
  const goodTokens = new Map<string, true>();

  return {
    closedForMs(address, token) {
      const entry = byAddress.get(address);
      if (entry === undefined || entry.count < maxRefused) return 0;
      const leftMs = entry.untilMs - clock.nowMs();
      // A clock that was set back must not close an address for longer than a window.
      if (leftMs <= 0 || leftMs > WINDOW_MS) {
        byAddress.delete(address);
        return 0;
      }
      return token !== null && goodTokens.has(digestOf(token)) ? 0 : leftMs;
    },
    refused(address) {
      const nowMs = clock.nowMs();
      const entry = byAddress.get(address);
      const isCurrent = entry !== undefined && entry.untilMs > nowMs;
      const { count, untilMs } = isCurrent ? entry : { count: 0, untilMs: nowMs + WINDOW_MS };
      remember(byAddress, address, { count: count + 1, untilMs });
    },
    accepted: (token) => remember(goodTokens, digestOf(token), true),
  };
}

/** Put last, so that the first of a full map is the one longest silent. */
function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MAX_REMEMBERED) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64');

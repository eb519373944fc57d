import { MINUTE_MS } from '@shared/domain/time';

import type { Clock } from '../clock';
import type { Log } from '../log';

const POLL_MS = 1_000;
/** Longer than any token lives, with room for clocks of other nodes that differ. */
const REMEMBER_MS = 15 * MINUTE_MS;

/** What was revoked of late, here or on another node: at the latest a second and a query after it was. */
export interface Revocations {
  isRevoked(credentialId: string): boolean;
  /** Revoked here just now: nobody waits for the next look. */
  announce(credentialIds: readonly string[]): void;
  /** @returns the unsubscribe */
  subscribe(listener: (credentialIds: readonly string[]) => void): () => void;
  stop(): void;
}

interface Deps {
  /** Ids of the sessions and keys that were revoked after an instant. */
  read: (since: string) => Promise<string[]>;
  clock: Clock;
  log: Log;
}

/**
 * Follow what is revoked. While the database does not answer, what is known holds: tokens still run out by
 * themselves, and nothing can be written with them.
 */
export async function startRevocations({ read, clock, log }: Deps): Promise<Revocations> {
  /** Id → when it was heard of. */
  const revoked = new Map<string, number>();
  const listeners = new Set<(ids: readonly string[]) => void>();
  let isFailing = false;
  let isLooking = false;

  function hear(ids: readonly string[]): void {
    const nowMs = clock.nowMs();
    const fresh = ids.filter((id) => !revoked.has(id));
    for (const id of ids) revoked.set(id, nowMs);
    for (const [id, heardAtMs] of revoked) if (nowMs - heardAtMs > REMEMBER_MS) revoked.delete(id);
    if (fresh.length > 0) for (const listener of listeners) listener(fresh);
  }

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      hear(await read(new Date(clock.nowMs() - REMEMBER_MS).toISOString()));
      if (isFailing) log.info('revocations are read again');
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, 'revocations cannot be read; trying every second');
      isFailing = true;
    } finally {
      isLooking = false;
    }
  }

  await look();
  const timer = setInterval(() => void look(), POLL_MS);
  timer.unref();
  return {
    isRevoked: (id) => revoked.has(id),
    announce: hear,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => clearInterval(timer),
  };
}

import { HOUR_MS } from '@shared/domain/time';

import { prunePersonalData } from './prune-personal-data';
import { reseal } from './reseal';
import type { SealedDeps } from './sealed-deps';

/** How soon a new key is noticed: a rotation is no hurry, and asking costs nothing. */
const LOOK_MS = 10_000;

interface KeepDeps extends Pick<SealedDeps, 'store' | 'sealer' | 'clock' | 'log'> {
  /** How long a caller is known after the incident ended. */
  days: number;
}

/**
 * As long as the server runs: seal with the newest key what another one sealed, at the start and whenever there is
 * a new one, and every hour forget whom nobody needs to know any more. What fails is tried again.
 * @returns the stop; resolves once nothing is under way
 */
export function keepPersonalData(deps: KeepDeps): () => Promise<void> {
  const { sealer, clock, log, days } = deps;
  const stop = new AbortController();
  let sealedWith: string | null = null;
  let prunedMs = -Infinity;
  let underWay: Promise<void> = Promise.resolve();

  const round = async (): Promise<void> => {
    const keyId = sealer.keyId();
    if (keyId !== sealedWith) {
      const done = await reseal(deps, stop.signal);
      if (stop.signal.aborted) return;
      sealedWith = keyId;
      const { resealed, unreadable } = done;
      if (resealed > 0) log.info({ keyId, resealed }, 'sealed with the newest key');
      if (unreadable > 0)
        log.error({ unreadable }, 'sealed texts whose key is missing; see docs/personal-data.md');
    }
    if (clock.nowMs() - prunedMs < HOUR_MS) return;
    const removed = await prunePersonalData(deps, days);
    prunedMs = clock.nowMs();
    if (removed > 0) log.info({ removed, days }, 'old personal data forgotten');
  };
  const start = (): void => {
    underWay = underWay.then(round).catch((error: unknown) => {
      log.warn({ err: error }, 'personal data were not gone through; trying again');
    });
  };
  start();
  const timer = setInterval(start, LOOK_MS);
  return async () => {
    stop.abort();
    clearInterval(timer);
    await underWay;
  };
}

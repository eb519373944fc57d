import type { CityPack } from '@shared/domain/city-pack';

import { backOffMs } from './back-off';
import type { Cancel, Scheduler } from './scheduler';

export interface CityReply {
  city: CityPack;
  /** Of the pack's content; null where the server did not say. */
  hash: string | null;
}

export interface CityLoader {
  /** Fetch whatever pack the server has, once, before it has named it: the stream takes a while to open. */
  prefetch(): void;
  /** The server names its pack: fetch it unless it is the one already had. */
  want(cityHash: string): void;
  stop(): void;
}

export interface CityLoaderOptions {
  scheduler: Scheduler;
  random: () => number;
  fetchCity: (signal: AbortSignal) => Promise<CityReply>;
  onCity: (city: CityPack) => void;
}

/** Keeps the city pack in step with the hash the server names; tries again with back-off until it has it. */
export function createCityLoader(options: CityLoaderOptions): CityLoader {
  let loadedHash: string | null = null;
  /** Null: not named yet. */
  let wantedHash: string | null = null;
  let request: AbortController | null = null;
  let cancelRetry: Cancel | null = null;

  const stop = (): void => {
    request?.abort();
    request = null;
    cancelRetry?.();
    cancelRetry = null;
  };

  const load = async (attempt: number): Promise<void> => {
    const controller = new AbortController();
    request = controller;
    try {
      const { city, hash } = await options.fetchCity(controller.signal);
      if (controller.signal.aborted) return;
      request = null;
      loadedHash = hash ?? wantedHash;
      options.onCity(city);
      // The pack was changed between the reply and the server's word.
      if (wantedHash !== null && loadedHash !== wantedHash) retry(attempt);
    } catch {
      // Shown by the absence of the city; the link state tells of a server that is away.
      if (controller.signal.aborted) return;
      request = null;
      if (wantedHash !== null) retry(attempt);
    }
  };

  const retry = (attempt: number): void => {
    const delayMs = backOffMs(attempt, options.random());
    cancelRetry = options.scheduler.after(delayMs, () => {
      cancelRetry = null;
      void load(attempt + 1);
    });
  };

  return {
    prefetch: () => {
      if (request === null && loadedHash === null) void load(0);
    },
    want: (cityHash) => {
      const isUnderWay = request !== null && (wantedHash === null || wantedHash === cityHash);
      const isWaiting = cancelRetry !== null && wantedHash === cityHash;
      wantedHash = cityHash;
      if (cityHash === loadedHash || isUnderWay || isWaiting) return;
      stop();
      void load(0);
    },
    stop,
  };
}

import type { CityPack } from '@shared/domain/city-pack';

import { backOffMs } from './back-off';
import type { Cancel, Scheduler } from './scheduler';

export interface CityLoader {
  /** The server names its pack: fetch it unless it is the one already had. */
  want(cityHash: string): void;
  stop(): void;
}

export interface CityLoaderOptions {
  scheduler: Scheduler;
  random: () => number;
  fetchCity: (signal: AbortSignal) => Promise<CityPack>;
  onCity: (city: CityPack) => void;
}

/** Keeps the city pack in step with the hash the server names; tries again with back-off until it has it. */
export function createCityLoader(options: CityLoaderOptions): CityLoader {
  let loadedHash: string | null = null;
  let wantedHash: string | null = null;
  let abort: AbortController | null = null;
  let cancelRetry: Cancel | null = null;

  const stop = (): void => {
    abort?.abort();
    abort = null;
    cancelRetry?.();
    cancelRetry = null;
  };

  const load = async (cityHash: string, attempt: number): Promise<void> => {
    const controller = new AbortController();
    abort = controller;
    try {
      const city = await options.fetchCity(controller.signal);
      if (controller.signal.aborted) return;
      loadedHash = cityHash;
      options.onCity(city);
    } catch {
      // Shown by the absence of the city; the link state tells of a server that is away.
      if (controller.signal.aborted) return;
      const delayMs = backOffMs(attempt, options.random());
      cancelRetry = options.scheduler.after(delayMs, () => void load(cityHash, attempt + 1));
    }
  };

  return {
    want: (cityHash) => {
      const isBusy = abort !== null && !abort.signal.aborted && wantedHash === cityHash;
      if (cityHash === loadedHash || isBusy) return;
      stop();
      wantedHash = cityHash;
      void load(cityHash, 0);
    },
    stop,
  };
}

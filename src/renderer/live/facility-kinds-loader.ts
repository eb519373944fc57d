import type { FacilityKindSummary } from '@shared/protocol/facilities';

import { backOffMs } from './back-off';
import type { Cancel, Scheduler } from './scheduler';

export interface FacilityKindsLoader {
  /** Something may have changed: fetch anew, whatever is under way. */
  refresh(): void;
  stop(): void;
}

export interface FacilityKindsLoaderOptions {
  scheduler: Scheduler;
  random: () => number;
  fetchKinds: (signal: AbortSignal) => Promise<FacilityKindSummary[]>;
  onKinds: (kinds: FacilityKindSummary[]) => void;
}

/** Keeps the list of imported facilities in step with the server; tries again with back-off until it has it. */
export function createFacilityKindsLoader(
  options: FacilityKindsLoaderOptions,
): FacilityKindsLoader {
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
      const kinds = await options.fetchKinds(controller.signal);
      if (!controller.signal.aborted) options.onKinds(kinds);
    } catch {
      // The map goes on with the list it has; the link state tells of a server that is away.
      if (controller.signal.aborted) return;
      cancelRetry = options.scheduler.after(backOffMs(attempt, options.random()), () => {
        cancelRetry = null;
        void load(attempt + 1);
      });
    }
  };
  return {
    refresh: () => {
      stop();
      void load(0);
    },
    stop,
  };
}

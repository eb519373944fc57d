import type { PlacedIncident } from './features-of-incidents';

/** How long a new P1 rings. */
export const RING_MS = 8_000;

export interface CriticalWatch {
  /** @returns the P1 incidents that were not there at the last call; none at the first */
  next(incidents: readonly PlacedIncident[]): PlacedIncident[];
}

/** Finds P1 incidents as they appear. What was open when the map was opened is not news. */
export function createCriticalWatch(): CriticalWatch {
  let known: ReadonlySet<string> | null = null;
  return {
    next(incidents) {
      const critical = incidents.filter(({ priority }) => priority === 'P1');
      const fresh = known === null ? [] : critical.filter(({ id }) => known?.has(id) !== true);
      known = new Set(critical.map(({ id }) => id));
      return fresh;
    },
  };
}

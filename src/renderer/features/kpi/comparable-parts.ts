import type { KpiReport } from '@shared/protocol/kpi';

import { isTiny } from './difference';

type Previous = KpiReport['previous'];

/**
 * What of the period before can be compared with: null where (next to) nothing was recorded in it, so that the first
 * months of a city do not read as a thousandfold rise. Calls speak for all of 112, what came in and was done for the
 * complaints.
 */
export function comparableParts({ calls, incidents, response, complaints }: Previous): {
  [Part in 'calls' | 'incidents' | 'response' | 'complaints']: Previous[Part] | null;
} {
  const has112 = !isTiny(calls.n) || !isTiny(incidents.n);
  const hasComplaints = !isTiny(complaints.received) || !isTiny(complaints.done);
  return {
    calls: has112 ? calls : null,
    incidents: has112 ? incidents : null,
    response: has112 ? response : null,
    complaints: hasComplaints ? complaints : null,
  };
}

import type { CallerData } from '@shared/protocol/caller-data';

import { createRandom } from './random';

/** Enough of them that two at once are rarely the same. */
const CALLERS = 900;
/** How many callers say where they live. */
const ADDRESS_SHARE = 0.4;

/**
 * A caller that nobody takes for a real one, by the incident they report: named as an example, with a number that
 * no network gives out.
 */
export function planCaller(externalId: string): CallerData {
  const random = createRandom(externalId);
  const number = random.integer(1, CALLERS);
  return {
    name: `Pelapor Contoh ${String(number)}`,
    number: `0800-000-${String(number).padStart(4, '0')}`,
    ...(random.chance(ADDRESS_SHARE) && { address: `Jl. Contoh No. ${String(number)}` }),
  };
}

import { invariant } from '@shared/assert';
import type { CityPack } from '@shared/domain/city-pack';

import { useLive } from './use-live';

/** The city pack. The shell shows no panel before it is there. */
export function useCity(): CityPack {
  const city = useLive((state) => state.city);
  invariant(city !== null, 'panels are drawn only once the city is known');
  return city;
}

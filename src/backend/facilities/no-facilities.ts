import type { FacilityLibrary } from './facility-library';

/** The library of a city that has loaded nothing. */
export const noFacilities: FacilityLibrary = {
  kinds: () => [],
  list: () => [],
  nearest: () => [],
  refresh: () => Promise.resolve([]),
};

import { fileURLToPath } from 'node:url';

import type { CityPack } from '@shared/domain/city-pack';

import { loadCityPack } from '../../src/backend/city-pack/load-city-pack';

/** The city pack that ships, validated. */
export function loadCilegon(): Promise<CityPack> {
  return loadCityPack(fileURLToPath(new URL('../../resources/cities/cilegon', import.meta.url)));
}

import type { CityPack } from '@shared/domain/city-pack';

import { CityPackError } from './city-pack-error';
import { inspectCityPack } from './inspect-city-pack';

/**
 * A city pack that holds together.
 * @throws CityPackError with every problem found
 */
export async function loadCityPack(directory: string): Promise<CityPack> {
  const { pack, problems } = await inspectCityPack(directory);
  if (pack === null) throw new CityPackError(directory, problems);
  return pack;
}

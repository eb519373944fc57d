import { createHash } from 'node:crypto';

import type { CityPack } from '@shared/domain/city-pack';

/**
 * SHA-256 of what a loaded pack says, in hexadecimal. Layout and order of keys in the files do not matter
 * (a loaded pack has its schemas' order), so it changes exactly when a client must fetch the pack again.
 */
export function hashCityPack(pack: CityPack): string {
  return createHash('sha256').update(JSON.stringify(pack)).digest('hex');
}

import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { findAppRoot } from '../resources-root';
import { hashCityPack } from './hash-city-pack';
import { loadCityPack } from './load-city-pack';

const CILEGON = join(findAppRoot(import.meta.url), 'resources/cities/cilegon');

describe('hashCityPack', () => {
  it('is the same for the same pack loaded twice', async () => {
    const [once, again] = await Promise.all([loadCityPack(CILEGON), loadCityPack(CILEGON)]);

    expect(hashCityPack(once)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashCityPack(again)).toBe(hashCityPack(once));
  });

  it('changes with any value', async () => {
    const pack = await loadCityPack(CILEGON);
    const renamed = { ...pack, city: { ...pack.city, name: 'Kota Lain' } };

    expect(hashCityPack(renamed)).not.toBe(hashCityPack(pack));
  });
});

import type { CityPack } from '@shared/domain/city-pack';
import { describe, expect, it } from 'vitest';

import { type CityReply, createCityLoader } from './city-loader';
import { createManualScheduler } from './testing/manual-scheduler';

// The loader hands packs on without looking into them.
const pack = (name: string) => ({ city: { name } }) as CityPack;

function setUp(answer: () => Promise<CityReply>) {
  const scheduler = createManualScheduler(0);
  const cities: string[] = [];
  let requests = 0;
  const loader = createCityLoader({
    scheduler,
    random: () => 0,
    fetchCity: () => {
      requests += 1;
      return answer();
    },
    onCity: ({ city }) => cities.push(city.name),
  });
  return { loader, scheduler, cities, requests: () => requests };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the city loader', () => {
  it('fetches once when what it had fetched early is what the server names', async () => {
    const { loader, cities, requests } = setUp(() =>
      Promise.resolve({ city: pack('Cilegon'), hash: 'a' }),
    );
    loader.prefetch();
    loader.want('a');
    await settle();
    loader.want('a');
    await settle();
    expect(cities).toEqual(['Cilegon']);
    expect(requests()).toBe(1);
  });

  it('fetches again when the server names another pack', async () => {
    let hash = 'a';
    const { loader, cities } = setUp(() => Promise.resolve({ city: pack(hash), hash }));
    loader.prefetch();
    await settle();
    hash = 'b';
    loader.want('b');
    await settle();
    expect(cities).toEqual(['a', 'b']);
  });

  it('leaves a failed early fetch alone, and tries a wanted one until it succeeds', async () => {
    let isUp = false;
    const { loader, scheduler, cities, requests } = setUp(() =>
      isUp
        ? Promise.resolve({ city: pack('Cilegon'), hash: 'a' })
        : Promise.reject(new Error('away')),
    );
    loader.prefetch();
    await settle();
    scheduler.advance(60_000);
    await settle();
    expect(requests()).toBe(1);

    loader.want('a');
    await settle();
    isUp = true;
    scheduler.advance(60_000);
    await settle();
    expect(cities).toEqual(['Cilegon']);
  });

  it('fetches nothing more once stopped', async () => {
    const { loader, scheduler, requests } = setUp(() => Promise.reject(new Error('away')));
    loader.want('a');
    await settle();
    loader.stop();
    scheduler.advance(60_000);
    await settle();
    expect(requests()).toBe(1);
  });
});

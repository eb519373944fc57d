/** Seeded chance: the same seed gives the same city, on every machine. */
export interface Random {
  /** In [0, 1). */
  next: () => number;
  between(min: number, max: number): number;
  /** In min…max, both included. */
  integer(min: number, max: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list */
  pick<T>(items: readonly T[]): T;
  /** One of the items, by weight. @throws RangeError where no weight is above zero */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** Standard normal deviate. */
  normal(): number;
  /** Log-normal: half of the values are below `median`; `spread` is the sigma of the logarithm. */
  logNormal(median: number, spread: number): number;
  /** Number of events where `mean` are expected. */
  poisson(mean: number): number;
}

/** @param seed any text, e.g. `112/2026-11-24/calls`: other texts give independent streams */
export function createRandom(seed: string): Random {
  const next = sfc32(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    between: (min, max) => min + (max - min) * next(),
    integer: (min, max) => min + Math.floor((max - min + 1) * next()),
    chance: (probability) => next() < probability,
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('pick from an empty list');
      return item;
    },
    weighted(items) {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      throw new RangeError('weighted choice without weights');
    },
    normal,
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    // The normal approximation is exact enough above 30, where Knuth's product would underflow for large means.
    poisson: (mean) =>
      mean > 30
        ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
        : poissonByProduct(mean, next),
  };
}

function poissonByProduct(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}

/** Chris Doty-Humphrey's sfc32 (public domain), its state filled from an FNV-1a hash of the seed. */
function sfc32(seed: string): () => number {
  let hash = 0x811c9dc5;
  const word = (salt: number): number => {
    hash ^= salt;
    for (let i = 0; i < seed.length; i += 1)
      hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
    return hash >>> 0;
  };
  let a = word(1);
  let b = word(2);
  let c = word(3);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i += 1) next();
  return next;
}

import { expect, it } from 'vitest';

import { createRandom } from './random';

it('gives the same numbers for the same seed and others for another', () => {
  const draw = (seed: string): number[] => Array.from({ length: 5 }, createRandom(seed).next);
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

it('spreads evenly, and keeps the median of its log-normal times', () => {
  const random = createRandom('spread');
  const shares = Array.from({ length: 20_000 }, () => random.next());
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(0.5, 1);
  const times = Array.from({ length: 20_001 }, () => random.logNormal(60, 0.4)).sort(
    (a, b) => a - b,
  );
  expect(Math.abs((times[10_000] ?? 0) - 60)).toBeLessThan(2);
});

it('chooses by weight', () => {
  const random = createRandom('weights');
  const counts = { rare: 0, often: 0 };
  for (let i = 0; i < 10_000; i += 1)
    counts[
      random.weighted([
        ['rare', 1],
        ['often', 9],
      ] as const)
    ] += 1;
  expect(counts.rare / 10_000).toBeGreaterThan(0.08);
  expect(counts.rare / 10_000).toBeLessThan(0.12);
});

it.each([3, 200])('counts events around their mean of %d', (mean) => {
  const random = createRandom(`poisson ${String(mean)}`);
  const counts = Array.from({ length: 2_000 }, () => random.poisson(mean));
  const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  expect(Math.abs(average - mean) / mean).toBeLessThan(0.05);
});

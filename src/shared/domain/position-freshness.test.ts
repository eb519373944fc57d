import { expect, it } from 'vitest';

import { positionFreshness } from './position-freshness';

const NOW = 1_800_000_000_000;

it.each([
  [0, 'live'],
  [59_999, 'live'],
  [60_000, 'stale'],
  [599_999, 'stale'],
  [600_000, 'lost'],
  [86_400_000, 'lost'],
  // A tracker's clock may be ahead of the server's.
  [-5_000, 'live'],
] as const)('a position %d ms old is %s', (ageMs, freshness) => {
  expect(positionFreshness(NOW - ageMs, NOW)).toBe(freshness);
});

it('a unit that never reported is neither stale nor lost', () => {
  expect(positionFreshness(undefined, NOW)).toBe('never');
});

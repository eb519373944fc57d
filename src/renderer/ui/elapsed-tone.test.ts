import { expect, it } from 'vitest';

import { elapsedTone } from './elapsed-tone';

it.each([
  [4.99, 'fresh'],
  [5, 'min5'],
  [14.99, 'min5'],
  [15, 'min15'],
  [30, 'min30'],
  [59.99, 'min30'],
  [60, 'min60'],
])('after %d minutes the tone is %s', (minutes, tone) => {
  expect(elapsedTone(minutes * 60_000)).toBe(tone);
});

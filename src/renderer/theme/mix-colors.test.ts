import { expect, test } from 'vitest';

import { mixColors } from './mix-colors';

test.each([
  ['#000000', '#ffffff', 0, '#000000'],
  ['#000000', '#ffffff', 1, '#ffffff'],
  ['#000000', '#ffffff', 0.5, '#808080'],
  ['#102030', '#304050', 0.25, '#182838'],
])('between %s and %s, at %d, is %s', (from, to, share, mixed) => {
  expect(mixColors(from, to, share)).toBe(mixed);
});

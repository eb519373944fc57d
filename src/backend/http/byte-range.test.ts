import { expect, test } from 'vitest';

import { parseByteRange } from './byte-range';

test.each([
  ['bytes=0-99', { kind: 'part', start: 0, end: 99 }],
  ['bytes=990-2000', { kind: 'part', start: 990, end: 999 }],
  ['bytes=990-', { kind: 'part', start: 990, end: 999 }],
  ['bytes=-10', { kind: 'part', start: 990, end: 999 }],
  ['bytes=-2000', { kind: 'part', start: 0, end: 999 }],
  ['bytes=1000-', { kind: 'unsatisfiable' }],
  ['bytes=20-10', { kind: 'unsatisfiable' }],
  ['bytes=0-1,5-6', { kind: 'whole' }],
  ['items=0-1', { kind: 'whole' }],
  ['bytes=-', { kind: 'whole' }],
  [undefined, { kind: 'whole' }],
])('of 1,000 bytes %s is %j', (header, range) => {
  expect(parseByteRange(header, 1000)).toEqual(range);
});

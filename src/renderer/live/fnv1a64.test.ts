import { expect, it } from 'vitest';

import { fnv1a64 } from './fnv1a64';

// The vectors that FNV's authors publish.
it.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('hashes "%s" to %s', (text, hash) => {
  expect(fnv1a64(text)).toBe(hash);
});

it('agrees with a calculation in whole 64-bit numbers, for text beyond ASCII too', () => {
  const text = 'Kejadian di Kelurahan Contoh — api, 12 °C, 🚒'.repeat(7);
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  expect(fnv1a64(text)).toBe(hash.toString(16).padStart(16, '0'));
});

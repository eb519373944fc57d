import { createHash } from 'node:crypto';

import { expect, test } from 'vitest';

import { createRequestHash } from './request-hash';

const hashWith = (byte: number) =>
  createRequestHash({ signing: { id: 's', key: new Uint8Array(32).fill(byte) } });

test('is the same for the same request and keys, on every node', () => {
  expect(hashWith(1)('POST /calls')).toBe(hashWith(1)('POST /calls'));
  expect(hashWith(1)('POST /calls')).not.toBe(hashWith(1)('POST /calls '));
});

test('cannot be found by trying without the key', () => {
  const request = 'POST /calls {"caller":{"number":"112"}}';
  expect(hashWith(1)(request)).not.toBe(hashWith(2)(request));
  expect(hashWith(1)(request)).not.toBe(createHash('sha256').update(request).digest('hex'));
});

import { createHmac } from 'node:crypto';

import fc from 'fast-check';

/** `Authorization` headers that must open nothing, and those of tokens the run has, as marks. */
export function authorization(tokenNames: readonly string[]): fc.Arbitrary<string | null> {
  const good = fc.constantFrom(...tokenNames).map((name) => `Bearer @token:${name}@`);
  return fc.oneof({ weight: 8, arbitrary: good }, { weight: 2, arbitrary: forged(tokenNames) });
}

function forged(tokenNames: readonly string[]): fc.Arbitrary<string | null> {
  const claims = fc.record({
    sub: fc.constantFrom('window', 'admin', '', '__proto__'),
    role: fc.constantFrom('admin', 'supervisor', 'display', 'root'),
    exp: fc.constantFrom(0, 1, 4_102_444_800, -1, 1e300),
    iss: fc.constantFrom('command-center', ''),
  });
  return fc.oneof(
    fc.constantFrom(
      null,
      '',
      'Bearer',
      'Bearer ',
      'Basic d2luZG93Og==',
      `Bearer ${'A'.repeat(43)}`,
      `Bearer ${'a'.repeat(4_097)}`,
      'Bearer null',
      'Bearer ..',
      'Bearer \u00ff\u00fe',
      'Bearer a, Bearer b',
    ),
    fc.constantFrom(...tokenNames).map((name) => `Bearer @token:${name}@x`),
    fc.constantFrom(...tokenNames).map((name) => `Basic @token:${name}@`),
    claims.map((payload) => `Bearer ${jwt({ alg: 'none' }, payload, '')}`),
    claims.map(
      (payload) => `Bearer ${jwt({ alg: 'HS256', kid: '../../dev/null' }, payload, 'key')}`,
    ),
    claims.map((payload) => `Bearer ${jwt({ alg: 'HS256' }, payload, '')}`),
    fc.string({ maxLength: 80 }).map((text) => `Bearer ${text}`),
  );
}

/** A signed token of ours in form, under a key that is not ours. */
function jwt(header: object, payload: object, key: string): string {
  const signed = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = key === '' ? '' : createHmac('sha256', key).update(signed).digest('base64url');
  return `${signed}.${signature}`;
}

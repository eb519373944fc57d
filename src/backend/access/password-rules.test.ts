import { expect, test } from 'vitest';

import { findPasswordFault, requireGoodPassword } from './password-rules';

const words = ['rina.operator', 'Rina Contoh', 'Kota Cilegon'];

test.each([
  ['pendek-1', 'too_short'],
  ['sebelas-ok1', 'too_short'],
  ['aaaaaaaaaaaaaaaa', 'too_simple'],
  ['121212121212', 'too_simple'],
  ['456789012345', 'too_simple'],
  ['abcdefghijklmno', 'too_simple'],
  ['passwordpassword', 'derived'],
  ['administrator1', 'common'],
  ['iloveyou12345678', 'common'],
  ['!!dragondragon!!', 'common'],
  ['q1w2e3r4t5y6', 'common'],
  ['Cilegon112-2026', 'derived'],
  ['Rina.Operator.2026', 'derived'],
  ['rinacontohcilegon!', 'derived'],
] as const)('refuses %s as %s', async (password, fault) => {
  expect(await findPasswordFault(password, words)).toBe(fault);
});

test.each([
  'kuda-laut-cilegon-hijau',
  'tiga payung biru di atap',
  'x7#kLp2!vQ9z',
  'ЖёлтыйЗонтик12',
])('takes %s', async (password) => {
  expect(await findPasswordFault(password, words)).toBeNull();
});

test('counts signs, not bytes', async () => {
  expect(await findPasswordFault('🦀🐙🦑🐠🐡🦈', words)).toBe('too_short');
});

test('says what to do, and never repeats the password', async () => {
  await expect(requireGoodPassword('Cilegon112-2026', words)).rejects.toMatchObject({
    code: 'validation_failed',
    message: expect.not.stringContaining('Cilegon112') as string,
    details: { field: 'password', fault: 'derived' },
  });
});

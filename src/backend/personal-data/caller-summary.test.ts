import { expect, test } from 'vitest';

import { callerSummary, maskNumber } from './caller-summary';

test.each([
  ['081200000034', '0812••••••34'],
  ['+6281200000034', '+628••••••••34'],
  ['0800000000', '0800••••00'],
  ['080000000', '•••••••••'],
  ['112', '•••'],
])('shows %s as %s', (number, shown) => {
  expect(maskNumber(number)).toBe(shown);
});

test('tells what is there, not what it is', () => {
  expect(callerSummary({ name: 'Pelapor Contoh' })).toEqual({
    hasName: true,
    maskedNumber: null,
    hasAddress: false,
  });
});

import { describe, expect, test } from 'vitest';

import { callerDataSchema, phoneNumberSchema, revealCallerSchema } from './caller-data';

describe('what is sent of a caller', () => {
  test.each([
    ['0800-000-0017', '08000000017'],
    ['+62 (254) 000.112', '+62254000112'],
    [' 112 ', '112'],
  ])('has the number %j as %j', (written, expected) => {
    expect(phoneNumberSchema.parse(written)).toBe(expected);
  });

  const planted = 'Rahasia Contoh 0800';
  test.each([
    { number: planted },
    { number: '0'.repeat(16) },
    { number: 800_000_017 },
    { name: `${planted}\u0000` },
    { name: `${planted}\n${planted}` },
    { name: `${planted}\ud800` },
    { name: planted.repeat(20) },
    { address: planted.repeat(20) },
    { name: '   ' },
    { nama: 'x' },
    {},
    planted,
    [planted],
  ])('is refused as %j, without repeating it', (caller) => {
    const result = callerDataSchema.safeParse(caller);
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).not.toContain('Rahasia');
  });

  test.each(['', 'abcd', '    abcd    ', 'x'.repeat(201), 'baris\nbaru'])(
    'is not revealed for the reason %j',
    (reason) => {
      expect(revealCallerSchema.safeParse({ reason }).success).toBe(false);
    },
  );
});

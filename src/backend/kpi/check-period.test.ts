import { expect, it } from 'vitest';

import { checkPeriod } from './check-period';

const TODAY = '2026-11-24';

it('is today where nothing is asked for', () => {
  expect(checkPeriod({}, TODAY)).toEqual({ from: TODAY, to: TODAY });
});

it('reaches to today from a day on, and is one day where only its end is given', () => {
  expect(checkPeriod({ from: '2026-11-20' }, TODAY)).toEqual({ from: '2026-11-20', to: TODAY });
  expect(checkPeriod({ to: '2026-11-20' }, TODAY)).toEqual({
    from: '2026-11-20',
    to: '2026-11-20',
  });
});

it('may end in the future and have 366 days', () => {
  expect(checkPeriod({ from: TODAY, to: '2026-12-31' }, TODAY).to).toBe('2026-12-31');
  expect(checkPeriod({ from: '2025-11-24', to: TODAY }, TODAY).from).toBe('2025-11-24');
});

it.each([
  [{ from: '2026-11-25', to: '2026-11-26' }, 'from', 'in the future'],
  [{ from: '2026-11-24', to: '2026-11-23' }, 'from', 'after to 2026-11-23'],
  [{ from: '2025-11-23', to: '2026-11-24' }, 'to', '367 days'],
  [{ from: '1999-12-31', to: '2000-01-01' }, 'from', 'too long ago'],
] as const)('refuses %o and says why', (asked, field, why) => {
  expect(() => checkPeriod(asked, TODAY)).toThrow(
    expect.objectContaining({
      code: 'validation_failed',
      message: expect.stringContaining(why) as string,
      details: { field },
    }),
  );
});

import { expect, it } from 'vitest';

import { chooseProfile } from './choose-profile';

const place = 'The data directory /data';

it.each([
  [null, null, 'demo'],
  [null, 'empty', 'empty'],
  ['empty', null, 'empty'],
  ['empty', 'empty', 'empty'],
] as const)('recorded %s, wanted %s → %s', (recorded, wanted, profile) => {
  expect(chooseProfile({ recorded, wanted, place })).toBe(profile);
});

it('never runs a demo on a directory made without one, and says what to do', () => {
  expect(() => chooseProfile({ recorded: 'empty', wanted: 'demo', place })).toThrow(/--data-dir/);
});

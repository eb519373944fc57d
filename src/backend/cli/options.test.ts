import { expect, it } from 'vitest';

import { UsageError } from '../intake/usage-error';
import { readOptions } from './options';

const spec = { profile: 'text', 'dry-run': 'flag' } as const;

it('reads words, values and flags in any order', () => {
  expect(readOptions(['calls', '--profile', 'p.json', 'log.csv', '--dry-run'], spec)).toEqual({
    words: ['calls', 'log.csv'],
    options: { profile: 'p.json', 'dry-run': true },
  });
  expect(readOptions(['--profile=p=1.json'], spec).options.profile).toBe('p=1.json');
});

it.each([
  [['--profil', 'x'], 'unknown option --profil. Options: --profile, --dry-run'],
  [['--profile'], '--profile wants a value'],
  [['--profile', '--dry-run'], '--profile wants a value'],
  [['--dry-run=yes'], '--dry-run takes no value'],
])('refuses %j and names what is right', (args, message) => {
  expect(() => readOptions(args, spec)).toThrow(new UsageError(message));
});

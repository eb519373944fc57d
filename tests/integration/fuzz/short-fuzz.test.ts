import { expect, it } from 'vitest';

import { fuzz } from '../../../scripts/fuzz/fuzz';

it('finds nothing in three hundred cases', { timeout: 240_000 }, async () => {
  const printed: string[] = [];
  const tally = await fuzz({
    cases: 300,
    seed: 20_261_124,
    only: null,
    print: (text) => printed.push(text),
  });
  const clean = { http5xx: 0, crashes: 0, hangs: 0, storedGarbage: 0, leaks: 0 };
  expect(tally, printed.join('\n')).toEqual({ cases: 300, ...clean });
});

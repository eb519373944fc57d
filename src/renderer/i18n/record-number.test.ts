import { expect, it } from 'vitest';

import { shortNumber } from './record-number';

it.each([
  ['112-20261124-0042', '112-042'],
  ['ADU-20261124-1207', 'ADU-1207'],
  ['KEBAKARAN/17', 'KEBAKARAN/17'],
])('%s is said %s', (number, short) => expect(shortNumber(number)).toBe(short));

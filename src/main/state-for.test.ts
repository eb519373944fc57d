import { expect, test } from 'vitest';

import { stateFor } from './state-for';

const ready = {
  kind: 'ready',
  url: 'http://127.0.0.1:1',
  token: 'window',
  wallToken: 'wall',
} as const;

test('a window of the wall is told no token but the one that shows', () => {
  expect(JSON.stringify(stateFor(ready, true))).not.toContain('window');
  expect(stateFor(ready, false)).toEqual(ready);
});

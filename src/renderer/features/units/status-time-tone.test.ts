import { expect, it } from 'vitest';

import { statusTimeTone } from './status-time-tone';

it.each([
  [599_999, 'normal'],
  [600_000, 'warn'],
  [900_000, 'alert'],
])('after %d ms of a status that warns at 10 and alerts at 15 minutes: %s', (ms, tone) => {
  expect(statusTimeTone(ms, { warnAfterMs: 600_000, alertAfterMs: 900_000 })).toBe(tone);
});

it('a status without thresholds may last', () => {
  expect(statusTimeTone(1e9, { warnAfterMs: null, alertAfterMs: null })).toBe('normal');
  expect(statusTimeTone(1e9, undefined)).toBe('normal');
});

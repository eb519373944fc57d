import { describe, expect, it } from 'vitest';

import { failuresAfterExit, restartDelayMs } from './restart-policy';

describe('restart policy', () => {
  it('doubles the delay from half a second to at most thirty', () => {
    expect([1, 2, 3, 7, 20].map(restartDelayMs)).toEqual([500, 1_000, 2_000, 30_000, 30_000]);
  });

  it('counts failures in a row and forgets them after a healthy minute', () => {
    expect(failuresAfterExit(3, 1_000)).toBe(4);
    expect(failuresAfterExit(3, 60_000)).toBe(1);
  });
});

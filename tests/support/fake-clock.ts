import type { Instant } from '@shared/domain/time';

import type { Clock } from '../../src/backend/clock';

export interface FakeClock extends Clock {
  set(instant: Instant): void;
  advance(ms: number): void;
}

/** A clock that stands still until it is moved. @param start WIB is seven hours later */
export function createFakeClock(start: Instant = '2026-11-24T02:00:00.000Z'): FakeClock {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms).toISOString(),
    nowMs: () => ms,
    set: (instant) => {
      ms = Date.parse(instant);
    },
    advance: (by) => {
      ms += by;
    },
  };
}

import type { Clock } from '../clock';

export interface PerMinute {
  /** Count one more of a key. @returns false where it had its share of this minute */
  take(key: string): boolean;
}

const MINUTE_MS = 60_000;

/** At most `max` of each key in a minute of the clock; forgotten when the minute is over, so that memory stays bounded. */
export function createPerMinute(clock: Clock, max: number): PerMinute {
  let minute = 0;
  const counts = new Map<string, number>();
  return {
    take(key) {
      const now = Math.floor(clock.nowMs() / MINUTE_MS);
      if (now !== minute) counts.clear();
      minute = now;
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return count < max;
    },
  };
}

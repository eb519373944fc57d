import type { Instant } from '@shared/domain/time';

/** The backend's time. Everything that needs it takes one as an argument, so that tests hold it still. */
export interface Clock {
  now(): Instant;
  /** Unix time in milliseconds. */
  nowMs(): number;
}

/** The only reader of the machine's clock in the backend. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  nowMs: () => Date.now(),
};

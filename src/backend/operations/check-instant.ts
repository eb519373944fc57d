import type { Instant } from '@shared/domain/time';

import type { Clock } from '../clock';
import { AppError } from '../errors';

/** A sender's clock may be this far ahead of the server's. */
const MAX_AHEAD_MS = 60_000;

/** @throws AppError validation_failed where the instant lies more than a minute ahead */
export function refuseFuture(clock: Clock, field: string, at: Instant): void {
  const now = clock.now();
  if (Date.parse(at) <= Date.parse(now) + MAX_AHEAD_MS) return;
  throw new AppError(
    'validation_failed',
    `${field} ${at} is in the future: it is ${now} here. Check the sender's clock.`,
    { field, value: at, now },
  );
}

/** @throws AppError validation_failed naming both times, where the order is wrong */
export function refuseBefore(
  field: string,
  at: Instant,
  earlier: { name: string; at: Instant } | null,
): void {
  if (earlier === null || at >= earlier.at) return;
  throw new AppError(
    'validation_failed',
    `${field} ${at} is before ${earlier.name} ${earlier.at}.`,
    {
      field,
      value: at,
      notBefore: earlier,
    },
  );
}

/**
 * When a step happened: as reported, else now. Without a report it is never before the step it follows,
 * which a sender with a fast clock may have put a few seconds ahead.
 * @throws AppError validation_failed
 */
export function instantOfStep(
  clock: Clock,
  reported: Instant | undefined,
  previous: { name: string; at: Instant } | null,
): Instant {
  if (reported === undefined) {
    const now = clock.now();
    return previous !== null && previous.at > now ? previous.at : now;
  }
  refuseFuture(clock, 'at', reported);
  refuseBefore('at', reported, previous);
  return reported;
}

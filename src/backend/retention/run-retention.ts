import { HOUR_MS } from '@shared/domain/time';

import type { Log } from '../log';

/**
 * Apply the retention at once and every hour. What fails is tried again in an hour: nothing is lost by keeping it.
 * @returns the stop; resolves once none is under way
 */
export function runRetention(apply: () => Promise<unknown>, log: Log): () => Promise<void> {
  let underWay: Promise<void> = Promise.resolve();
  const round = (): void => {
    underWay = underWay.then(apply).then(
      () => undefined,
      (error: unknown) => {
        log.warn(
          { err: error },
          'old changes and positions were not removed; trying again in an hour',
        );
      },
    );
  };
  round();
  const timer = setInterval(round, HOUR_MS);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}

import type { KpiPeriod } from '@shared/protocol/kpi';

import { AppError } from '../errors';
import { daysOf } from './plan-report';

const MAX_DAYS = 366;
/** No record of an emergency number 112 is older, and no database trips over such a date. */
const EARLIEST_DAY = '2000-01-01';

/**
 * The period that is asked for. A day left out is today at the end, and the end at the start.
 * @param today WIB day, `YYYY-MM-DD`
 * @throws AppError validation_failed
 */
export function checkPeriod(
  asked: { from?: string | undefined; to?: string | undefined },
  today: string,
): KpiPeriod {
  const to = asked.to ?? today;
  const from = asked.from ?? to;
  if (from > today) {
    throw refusal(
      'from',
      `from ${from} is in the future: it is ${today} in WIB. Choose a day up to today.`,
    );
  }
  if (from > to) {
    throw refusal(
      'from',
      `from ${from} is after to ${to}. Choose a from that is not later than to.`,
    );
  }
  if (from < EARLIEST_DAY) {
    throw refusal('from', `from ${from} is too long ago. Choose a day from ${EARLIEST_DAY} on.`);
  }
  const days = daysOf({ from, to });
  if (days > MAX_DAYS) {
    throw refusal('to', `${from} to ${to} is ${days} days. Choose at most ${MAX_DAYS}.`);
  }
  return { from, to };
}

const refusal = (field: 'from' | 'to', message: string): AppError =>
  new AppError('validation_failed', message, { field });

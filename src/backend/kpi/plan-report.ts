import { DAY_MS, type Instant, wibDayStart } from '@shared/domain/time';
import type { KpiBucket, KpiPeriod } from '@shared/protocol/kpi';

import type { KpiWindow } from '../store/kpi-window';

export interface ReportPlan {
  period: KpiPeriod;
  bucket: KpiBucket;
  /** Whether the period is over: what is counted then depends on the records alone, not on the time. */
  isOver: boolean;
  window: KpiWindow;
  previous: { period: KpiPeriod; window: KpiWindow };
}

/** What a report of a period counts, seen at a moment of it or after it. */
export function planReport(period: KpiPeriod, now: Instant): ReportPlan {
  const days = daysOf(period);
  const startMs = Date.parse(wibDayStart(period.from));
  const finalMs = startMs + days * DAY_MS - 1;
  const lastMs = Math.min(finalMs, Date.parse(now));
  const shiftMs = days * DAY_MS;
  return {
    period,
    bucket: days === 1 ? 'hour' : days <= MAX_DAYS_BY_DAY ? 'day' : 'week',
    isOver: lastMs === finalMs,
    window: windowOf(startMs, lastMs),
    previous: {
      period: { from: shiftDay(period.from, -days), to: shiftDay(period.from, -1) },
      // As much of it as of the period itself: until 11:00 where it is 11:00.
      window: windowOf(startMs - shiftMs, lastMs - shiftMs),
    },
  };
}

const MAX_DAYS_BY_DAY = 31;

/** How many WIB days a period has. */
export function daysOf({ from, to }: KpiPeriod): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

const windowOf = (startMs: number, lastMs: number): KpiWindow => ({
  startAt: new Date(startMs).toISOString(),
  lastAt: new Date(lastMs).toISOString(),
});

const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

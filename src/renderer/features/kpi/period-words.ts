import { assertNever } from '@shared/assert';
import { DAY_MS, wibDayStart } from '@shared/domain/time';
import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';

import type { Language } from '../../i18n/language';
import type { Translate } from '../../i18n/t';
import { formatClock, formatDate, formatDay } from '../../ui/format';
import { comparableParts } from './comparable-parts';

/** `Selasa, 24 Nov 2026`, `18 – 24 Nov 2026`, `26 Agu – 23 Nov 2026`. */
export function periodWords({ from, to }: KpiPeriod, language: Language): string {
  const end = startMs(to);
  if (from === to) return formatDay(end, language);
  const start = startMs(from);
  if (from.slice(0, 4) !== to.slice(0, 4)) {
    return `${formatDate(start, language, true)} – ${formatDate(end, language, true)}`;
  }
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = isSameMonth ? String(Number(from.slice(8))) : formatDate(start, language);
  return `${first} – ${formatDate(end, language, true)}`;
}

/** With what the report compares itself. @param isGoingOn the period still goes on */
export function comparisonWords(report: KpiReport, isGoingOn: boolean, words: Words): string {
  const period = periodWords(report.previous.period, words.language);
  const { calls, complaints } = comparableParts(report.previous);
  if (calls === null && complaints === null) return words.t('kpi.nothingBefore', { period });
  return words.t(isGoingOn ? 'kpi.untilSameTime' : 'kpi.comparedWith', { period });
}

export interface Words {
  t: Translate;
  language: Language;
}

/**
 * A bucket under the axis (`14`, `24 Nov`) and in full. A week the period cuts is named by the days that count, and
 * said to be cut: its column is short for that reason.
 */
export function bucketWords(
  startsAt: string,
  { bucket, period }: Pick<KpiReport, 'bucket' | 'period'>,
  { t, language }: Words,
): { label: string; name: string } {
  const start = Date.parse(startsAt);
  switch (bucket) {
    case 'hour': {
      const hour = Number(formatClock(start).slice(0, 2));
      return { label: hourLabel(hour), name: hourSpan(hour, t) };
    }
    case 'day':
      return { label: formatDate(start, language), name: formatDay(start, language) };
    case 'week': {
      const first = Math.max(start, startMs(period.from));
      const last = Math.min(start + 6 * DAY_MS, startMs(period.to));
      const days = { from: formatDate(first, language), to: formatDate(last, language) };
      const isCut = last - first < 6 * DAY_MS;
      return { label: days.from, name: t(isCut ? 'kpi.partOfWeek' : 'kpi.weekOf', days) };
    }
    default:
      return assertNever(bucket);
  }
}

/** `09` */
export function hourLabel(hour: number): string {
  return String(hour).padStart(2, '0');
}

/** `pukul 09.00–10.00` */
export function hourSpan(hour: number, t: Translate): string {
  return t('kpi.hourSpan', { from: hourLabel(hour), to: hourLabel(hour + 1) });
}

const startMs = (day: string): number => Date.parse(wibDayStart(day));

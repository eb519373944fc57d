import type { KpiInterval, KpiReport } from '@shared/protocol/kpi';
import { useMemo } from 'react';

import type { Language } from '../../i18n/language';
import { type Translate, useLanguage, useT } from '../../i18n/t';
import { formatCount, formatDecimal, formatMinutes, formatShare } from '../../ui/format';
import { isTiny } from './difference';

const MINUTE_MS = 60_000;
/** What was not measured. */
const NOTHING = '—';

/** The figures of a report as they are read, in the language in force. */
export interface KpiWords {
  t: Translate;
  language: Language;
  count: (value: number) => string;
  /** Null: nothing to take a share of. */
  share: (value: number | null) => string;
  /** ms → `7,9 mnt`. */
  minutes: (ms: number | null) => string;
  /** ms → `7,9`, for columns whose heading names the unit. */
  bareMinutes: (ms: number | null) => string;
  /** `n 1.102`, and said when it is small. */
  sampleSize: (n: number) => string;
  excludedIntervals: (excluded: KpiInterval['excluded']) => string[];
  excludedIncidents: (excluded: KpiReport['incidents']['excluded']) => string[];
}

export function useKpiWords(): KpiWords {
  const t = useT();
  const language = useLanguage();
  return useMemo(() => {
    const count = (value: number): string => formatCount(value, language);
    return {
      t,
      language,
      count,
      share: (value) => {
        if (value === null) return NOTHING;
        return value > 0 && value < 0.01
          ? t('kpi.lessThanOnePercent')
          : formatShare(value, language);
      },
      minutes: (ms) => (ms === null ? NOTHING : formatMinutes(ms, language)),
      bareMinutes: (ms) => (ms === null ? NOTHING : formatDecimal(ms / MINUTE_MS, 1, language)),
      sampleSize: (n) => {
        const size = t('kpi.n', { n: count(n) });
        return isTiny(n) ? `${size} · ${t('kpi.tiny')}` : size;
      },
      excludedIntervals: ({ missing, negative }) => [
        t('kpi.excluded.missing', { count: count(missing) }),
        t('kpi.excluded.negative', { count: count(negative) }),
      ],
      excludedIncidents: ({ falseReports, duplicates }) => [
        t('kpi.excluded.falseReports', { count: count(falseReports) }),
        t('kpi.excluded.duplicates', { count: count(duplicates) }),
      ],
    };
  }, [t, language]);
}

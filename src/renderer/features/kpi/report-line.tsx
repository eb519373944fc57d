import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';

import { useNow } from '../../hooks/use-live';
import { formatTime } from '../../ui/format';
import type { KpiFault } from './kept-reports';
import { comparisonWords, periodWords } from './period-words';
import classes from './report-line.module.css';
import { useKpiWords } from './use-kpi-words';

interface ReportLineProps {
  period: KpiPeriod;
  /** Null: not there yet. */
  report: KpiReport | null;
  isGoingOn: boolean;
  /** Of the latest attempt, while older figures are on screen. */
  fault: KpiFault | null;
  onRetry: () => void;
}

/** Which days these figures are of, with what they are compared, and how old they are. */
export function ReportLine({ period, report, isGoingOn, fault, onRetry }: ReportLineProps) {
  const { t, language } = useKpiWords();
  const nowMs = useNow(60_000);
  return (
    <header className={classes['line']}>
      <h1 className={classes['period']}>{periodWords(period, language)}</h1>
      {report !== null && (
        <>
          <span className={classes['muted']}>
            {comparisonWords(report, isGoingOn, { t, language })}
          </span>
          <span className={classes['age']}>
            {t('kpi.asOf', { time: formatTime(Date.parse(report.computedAt), nowMs, language) })}
          </span>
        </>
      )}
      {fault !== null && (
        <span role="alert" className={classes['fault']}>
          {t('kpi.updateFailed')} {fault.message}{' '}
          <button type="button" className={classes['retry']} onClick={onRetry}>
            {t('common.retry')}
          </button>
        </span>
      )}
    </header>
  );
}

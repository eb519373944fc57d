import { Button } from '@mantine/core';
import { assertNever } from '@shared/assert';

import { ExportButton } from '../../features/kpi/export-button';
import type { KpiFault } from '../../features/kpi/kept-reports';
import { periodOfChoice } from '../../features/kpi/period';
import { PeriodBar } from '../../features/kpi/period-bar';
import { PrintButton } from '../../features/kpi/print-button';
import { ReportLine } from '../../features/kpi/report-line';
import { type KpiState, useKpiReport } from '../../features/kpi/use-kpi-report';
import { isOldPicture } from '../../features/link/link-words';
import { useLive } from '../../hooks/use-live';
import { useToday } from '../../hooks/use-today';
import { useT } from '../../i18n/t';
import { EmptyNote } from '../../ui/empty-note';
import { StaleVeil } from '../../ui/stale-veil';
import './print.css';

import { KpiDashboard } from './kpi-dashboard';
import { KpiSkeleton } from './kpi-skeleton';
import classes from './kpi-workspace.module.css';
import { useFirstPaintMark } from './use-first-paint-mark';
import { usePeriodChoice } from './use-period-choice';
import { usePrintColours } from './use-print-colours';

/** KPI: what the period was like, for the Walikota's office and the heads of OPD. */
export function KpiWorkspace() {
  const t = useT();
  const today = useToday();
  const isStale = useLive((state) => isOldPicture(state.link));
  const [choice, choose] = usePeriodChoice();
  const period = periodOfChoice(choice, today);
  const { state, retry } = useKpiReport(period, today);
  usePrintColours();
  useFirstPaintMark(state.kind === 'ready');
  return (
    <main className={classes['workspace']} aria-label={t('kpi.title')} data-print-root>
      <StaleVeil isStale={isStale}>
        <div className={classes['scroll']}>
          <PeriodBar choice={choice} today={today} onChoose={choose}>
            <ExportButton period={period} />
            <PrintButton />
          </PeriodBar>
          <ReportLine
            period={period}
            report={state.kind === 'ready' ? state.report : null}
            isGoingOn={period.to >= today}
            fault={state.kind === 'ready' ? state.fault : null}
            onRetry={retry}
          />
          <Figures state={state} today={today} onRetry={retry} />
        </div>
      </StaleVeil>
    </main>
  );
}

interface FiguresProps {
  state: KpiState;
  today: string;
  onRetry: () => void;
}

function Figures({ state, today, onRetry }: FiguresProps) {
  switch (state.kind) {
    case 'loading':
      return <KpiSkeleton />;
    case 'failed':
      return <FailedNote fault={state.fault} onRetry={onRetry} />;
    case 'ready':
      return <KpiDashboard report={state.report} isGoingOn={state.report.period.to >= today} />;
    default:
      return assertNever(state);
  }
}

function FailedNote({ fault, onRetry }: { fault: KpiFault; onRetry: () => void }) {
  const t = useT();
  const request =
    fault.requestId === null ? '' : ` (${t('kpi.requestId', { id: fault.requestId })})`;
  return (
    <div role="alert" className={classes['failed']}>
      <EmptyNote
        title={t('kpi.failedTitle')}
        hint={`${fault.message}${request}`}
        action={
          <Button variant="default" size="xs" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        }
      />
    </div>
  );
}

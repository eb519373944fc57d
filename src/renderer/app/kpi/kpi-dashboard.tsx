import type { KpiReport } from '@shared/protocol/kpi';
import type { ReactNode } from 'react';

import { CallsPanel } from '../../features/kpi/calls-panel';
import { CategoriesPanel } from '../../features/kpi/categories-panel';
import { rowsByAgency, rowsByKecamatan } from '../../features/kpi/complaint-rows';
import { ComplaintsPanel } from '../../features/kpi/complaints-panel';
import { DefinitionProvider } from '../../features/kpi/definition';
import { Headline } from '../../features/kpi/headline';
import { HoursPanel } from '../../features/kpi/hours-panel';
import { isNothingRecorded } from '../../features/kpi/is-nothing-recorded';
import { ResponseByCategoryPanel } from '../../features/kpi/response-by-category-panel';
import { ResponsePanel } from '../../features/kpi/response-panel';
import { useCityNames } from '../../hooks/use-city-names';
import { useT } from '../../i18n/t';
import { EmptyNote } from '../../ui/empty-note';
import { PanelBoundary } from '../panel-boundary';
import classes from './kpi-dashboard.module.css';

/** The report: headline figures over the panels. Each panel fails alone. */
export function KpiDashboard({ report, isGoingOn }: { report: KpiReport; isGoingOn: boolean }) {
  const t = useT();
  const names = useCityNames();
  const standing = t(isGoingOn ? 'kpi.now' : 'kpi.atEnd');
  return (
    <DefinitionProvider report={report}>
      <PanelBoundary panel="kpi headline">
        <Headline report={report} />
      </PanelBoundary>
      {isNothingRecorded(report) ? (
        <div className={classes['empty']}>
          <EmptyNote title={t('kpi.emptyTitle')} hint={t('kpi.emptyHint')} />
        </div>
      ) : (
        <div className={classes['panels']}>
          <Panel area="response">
            <ResponsePanel report={report} />
          </Panel>
          <Panel area="by-category">
            <ResponseByCategoryPanel report={report} />
          </Panel>
          <Panel area="calls">
            <CallsPanel report={report} />
          </Panel>
          <Panel area="categories">
            <CategoriesPanel report={report} />
          </Panel>
          <Panel area="agencies">
            <ComplaintsPanel
              title={t('kpi.complaintsByAgency')}
              heading={t('kpi.column.agency')}
              standing={standing}
              rows={rowsByAgency(report, names)}
            />
          </Panel>
          <Panel area="kecamatan">
            <ComplaintsPanel
              title={t('kpi.complaintsByKecamatan')}
              heading={t('kpi.column.kecamatan')}
              standing={standing}
              rows={rowsByKecamatan(report, names, t)}
            />
          </Panel>
          <Panel area="hours">
            <HoursPanel report={report} />
          </Panel>
        </div>
      )}
    </DefinitionProvider>
  );
}

function Panel({ area, children }: { area: string; children: ReactNode }) {
  return (
    <div className={classes['panel']} data-area={area}>
      <PanelBoundary panel={`kpi ${area}`}>{children}</PanelBoundary>
    </div>
  );
}

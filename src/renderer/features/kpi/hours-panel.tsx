import type { KpiReport } from '@shared/protocol/kpi';

import { chartColors } from '../../ui/charts/chart-colors';
import { ChartPanel } from '../../ui/charts/chart-panel';
import { ColumnChart } from '../../ui/charts/column-chart';
import { EmptyNote } from '../../ui/empty-note';
import { useOpenDefinition } from './definition';
import { hourLabel, hourSpan } from './period-words';
import { useKpiWords } from './use-kpi-words';

/** At which hours of the day incidents begin. */
export function HoursPanel({ report: { incidents } }: { report: KpiReport }) {
  const { t, count, excludedIncidents } = useKpiWords();
  const open = useOpenDefinition();
  const title = t('kpi.incidentsByHour');
  const points = incidents.byHour.map((n, hour) => ({
    label: hourLabel(hour),
    name: hourSpan(hour, t),
    values: { n },
  }));
  return (
    <ChartPanel
      title={title}
      aside={`${t('kpi.hourOfDay')} · ${t('kpi.n', { n: count(incidents.n) })}`}
      table={{
        columns: [t('kpi.column.hour'), t('kpi.incidents')],
        rows: points.map(({ name, values }) => ({ key: name, cells: [name, count(values.n)] })),
      }}
    >
      {incidents.n === 0 ? (
        <EmptyNote title={t('kpi.noIncidentsYet')} />
      ) : (
        <ColumnChart
          label={`${title}, ${t('kpi.hourOfDay')}`}
          series={[
            { key: 'n', label: t('kpi.incidents'), color: chartColors.incident, mark: 'plain' },
          ]}
          points={points}
          whole={{ heading: t('kpi.wholePeriod'), values: { n: incidents.n } }}
          onOpen={() =>
            open({
              kpi: 'incidentsByHour',
              subject: null,
              value: count(incidents.n),
              n: incidents.n,
              excluded: excludedIncidents(incidents.excluded),
              previous: null,
            })
          }
        />
      )}
    </ChartPanel>
  );
}

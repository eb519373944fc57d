import type { KpiReport } from '@shared/protocol/kpi';

import { useCityNames } from '../../hooks/use-city-names';
import { BarTrack } from '../../ui/charts/bar-track';
import { chartColors } from '../../ui/charts/chart-colors';
import { ChartPanel } from '../../ui/charts/chart-panel';
import { RowChart } from '../../ui/charts/row-chart';
import { EmptyNote } from '../../ui/empty-note';
import { useOpenDefinition } from './definition';
import { useKpiWords } from './use-kpi-words';

/** The period's incidents by category, most first. */
export function CategoriesPanel({ report: { incidents } }: { report: KpiReport }) {
  const { t, count, share, excludedIncidents } = useKpiWords();
  const names = useCityNames();
  const open = useOpenDefinition();
  const title = t('kpi.incidentsByCategory');
  const most = Math.max(0, ...incidents.byCategory.map(({ n }) => n));
  const rows = incidents.byCategory.map(({ categoryCode, n }) => {
    const label = names.category(categoryCode);
    const opens = () =>
      open({
        kpi: 'incidents',
        subject: label,
        value: count(n),
        n,
        excluded: excludedIncidents(incidents.excluded),
        previous: null,
      });
    const part = share(n / incidents.n);
    return {
      key: categoryCode,
      label,
      plot: (
        <BarTrack
          max={most}
          parts={[{ key: 'n', value: n, color: chartColors.incident, mark: 'plain' }]}
        />
      ),
      figures: [
        { key: 'n', text: count(n), spoken: `${label}: ${count(n)}`, onOpen: opens },
        { key: 'share', text: part, spoken: `${label}: ${part}`, onOpen: opens },
      ],
    };
  });
  return (
    <ChartPanel
      title={title}
      aside={`${t('kpi.mostFirst')} · ${t('kpi.n', { n: count(incidents.n) })}`}
      table={{
        columns: [t('kpi.column.category'), t('kpi.column.n'), '%'],
        rows: rows.map(({ key, label, figures }) => ({
          key,
          cells: [label, ...figures.map(({ text }) => text)],
        })),
      }}
    >
      {rows.length === 0 ? (
        <EmptyNote title={t('kpi.noIncidentsYet')} />
      ) : (
        <RowChart
          label={title}
          headings={[t('kpi.column.category'), '', t('kpi.column.n'), '%']}
          rows={rows}
        />
      )}
    </ChartPanel>
  );
}

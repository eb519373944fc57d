import type { KpiId } from '@shared/domain/kpi-definitions';
import type { KpiComplaintCounts } from '@shared/protocol/kpi';

import { BarTrack } from '../../ui/charts/bar-track';
import { chartColors } from '../../ui/charts/chart-colors';
import { ChartPanel } from '../../ui/charts/chart-panel';
import { RowChart, type RowFigure } from '../../ui/charts/row-chart';
import { SeriesSwatch } from '../../ui/charts/series-swatch';
import { EmptyNote } from '../../ui/empty-note';
import classes from './complaints-panel.module.css';
import { useOpenDefinition } from './definition';
import { useKpiWords } from './use-kpi-words';

export interface ComplaintRow extends KpiComplaintCounts {
  key: string;
  label: string;
  /** Where the label is short for something. */
  labelInFull: string;
}

interface ComplaintsPanelProps {
  title: string;
  /** Over the labels. */
  heading: string;
  /** When they stand like this: now, or at the end of the period. */
  standing: string;
  rows: readonly ComplaintRow[];
}

/** Open complaints, of which overdue, and those done, by whoever they belong to. Most open first. */
export function ComplaintsPanel({ title, heading, standing, rows }: ComplaintsPanelProps) {
  const { t, count } = useKpiWords();
  const open = useOpenDefinition();
  const sorted = rows.toSorted((a, b) => b.open - a.open || b.overdue - a.overdue);
  const most = Math.max(0, ...rows.map((row) => row.open));
  const figure = (row: ComplaintRow, column: keyof typeof COLUMNS): RowFigure => {
    const value = count(row[column]);
    return {
      key: column,
      text: value,
      spoken: `${row.labelInFull}: ${value} ${t(`kpi.column.${column}`)}`,
      isNothing: row[column] === 0,
      isBreach: column === 'overdue' && row.overdue > 0,
      onOpen: () =>
        open({
          kpi: COLUMNS[column],
          subject: row.labelInFull,
          value,
          n: column === 'overdue' ? row.open : row[column],
          excluded: [],
          previous: null,
        }),
    };
  };
  return (
    <ChartPanel
      title={title}
      aside={standing}
      table={{
        columns: [
          heading,
          t('kpi.column.received'),
          t('kpi.column.open'),
          t('kpi.column.overdue'),
          t('kpi.column.done'),
          t('kpi.column.doneInTime'),
        ],
        rows: sorted.map((row) => ({
          key: row.key,
          cells: [
            row.label,
            ...[row.received, row.open, row.overdue, row.done, row.doneInTime].map(count),
          ],
        })),
      }}
    >
      {rows.length === 0 ? (
        <EmptyNote title={t('kpi.noComplaintsYet')} />
      ) : (
        <div className={classes['chart']}>
          <p className={classes['legend']}>
            <SeriesSwatch series={OVERDUE} /> {t('kpi.legend.overdue')}
            <SeriesSwatch series={IN_TIME} /> {t('kpi.legend.inTime')}
          </p>
          <RowChart
            label={title}
            headings={[
              heading,
              '',
              t('kpi.column.open'),
              t('kpi.column.overdue'),
              t('kpi.column.done'),
            ]}
            rows={sorted.map((row) => ({
              key: row.key,
              label: row.label,
              plot: (
                <BarTrack
                  max={most}
                  parts={[
                    { key: 'overdue', value: row.overdue, ...OVERDUE },
                    { key: 'inTime', value: row.open - row.overdue, ...IN_TIME },
                  ]}
                />
              ),
              figures: [figure(row, 'open'), figure(row, 'overdue'), figure(row, 'done')],
            }))}
          />
        </div>
      )}
    </ChartPanel>
  );
}

const COLUMNS = {
  open: 'complaintsOpen',
  overdue: 'complaintsOverdue',
  done: 'complaintsDone',
} as const satisfies Record<string, KpiId>;

const OVERDUE = { color: chartColors.breach, mark: 'hatched' } as const;
const IN_TIME = { color: chartColors.complaint, mark: 'plain' } as const;

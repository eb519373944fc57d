import { CALL_TYPES, type CallType } from '@shared/domain/call';
import type { KpiReport } from '@shared/protocol/kpi';

import { BarTrack } from '../../ui/charts/bar-track';
import { ChartPanel } from '../../ui/charts/chart-panel';
import { ColumnChart } from '../../ui/charts/column-chart';
import { RowChart } from '../../ui/charts/row-chart';
import type { ChartSeries, SeriesMark } from '../../ui/charts/series';
import { EmptyNote } from '../../ui/empty-note';
import { BUCKET_WORDS } from './bucket-words';
import classes from './calls-panel.module.css';
import { type OpenedFigure, useOpenDefinition } from './definition';
import { bucketWords } from './period-words';
import { useKpiWords } from './use-kpi-words';

/** Neighbours in the stack differ in texture or clearly in brightness: hue alone is not seen by everybody. */
const MARKS = {
  normal: 'plain',
  informasi: 'hatched',
  prank: 'plain',
  ghost: 'dotted',
  terputus: 'plain',
} as const satisfies Record<CallType, SeriesMark>;

/** Of what kind the calls are: over the period as stacked columns, and as a whole. */
export function CallsPanel({ report }: { report: KpiReport }) {
  const { calls, previous, bucket } = report;
  const words = useKpiWords();
  const { t, count, share } = words;
  const open = useOpenDefinition();
  const series: ChartSeries[] = CALL_TYPES.map((type) => ({
    key: type,
    label: t(`callType.${type}`),
    color: `var(--cc-call-type-${type})`,
    mark: MARKS[type],
  }));
  const points = calls.trend.map(({ startsAt, byType }) => ({
    ...bucketWords(startsAt, report, words),
    values: byType,
  }));
  const figureOf = (type: CallType | null): OpenedFigure => ({
    kpi: 'calls',
    subject: type === null ? null : t(`callType.${type}`),
    value: count(type === null ? calls.n : calls.byType[type]),
    n: calls.n,
    excluded: [],
    previous: count(type === null ? previous.calls.n : previous.calls.byType[type]),
  });
  const title = t('kpi.callsByType');
  const most = Math.max(...CALL_TYPES.map((type) => calls.byType[type]));
  return (
    <ChartPanel
      title={title}
      aside={`${t(BUCKET_WORDS[bucket])} · ${t('kpi.n', { n: count(calls.n) })}`}
      table={{
        columns: [t('kpi.column.time'), ...series.map(({ label }) => label), t('kpi.column.total')],
        rows: points.map(({ name, values }) => ({
          key: name,
          cells: [
            name,
            ...CALL_TYPES.map((type) => count(values[type])),
            count(CALL_TYPES.reduce((sum, type) => sum + values[type], 0)),
          ],
        })),
      }}
    >
      {calls.n === 0 ? (
        <EmptyNote title={t('kpi.noCallsYet')} />
      ) : (
        <>
          <ColumnChart
            label={`${title}, ${t(BUCKET_WORDS[bucket])}`}
            series={series}
            points={points}
            whole={{ heading: t('kpi.wholePeriod'), values: calls.byType }}
            onOpen={() => open(figureOf(null))}
          />
          <div className={classes['list']}>
            <RowChart
              label={title}
              headings={[t('kpi.column.type'), '', t('kpi.column.n'), '%']}
              rows={CALL_TYPES.map((type, index) => ({
                key: type,
                label: t(`callType.${type}`),
                plot: (
                  <BarTrack
                    max={most}
                    parts={[
                      {
                        key: type,
                        value: calls.byType[type],
                        color: series[index]?.color ?? '',
                        mark: MARKS[type],
                      },
                    ]}
                  />
                ),
                figures: [
                  {
                    key: 'n',
                    text: count(calls.byType[type]),
                    spoken: `${t(`callType.${type}`)}: ${count(calls.byType[type])}`,
                    onOpen: () => open(figureOf(type)),
                  },
                  {
                    key: 'share',
                    text: share(calls.byType[type] / calls.n),
                    spoken: `${t(`callType.${type}`)}: ${share(calls.byType[type] / calls.n)}`,
                    onOpen: () => open(figureOf(type)),
                  },
                ],
              }))}
            />
          </div>
        </>
      )}
    </ChartPanel>
  );
}

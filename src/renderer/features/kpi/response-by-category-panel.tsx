import type { KpiReport } from '@shared/protocol/kpi';

import { useCityNames } from '../../hooks/use-city-names';
import { valueTicks } from '../../ui/charts/axis-ticks';
import { ChartPanel } from '../../ui/charts/chart-panel';
import { RangeAxis, RangeTrack } from '../../ui/charts/range-track';
import { RowChart } from '../../ui/charts/row-chart';
import { EmptyNote } from '../../ui/empty-note';
import { useOpenDefinition } from './definition';
import { isTiny } from './difference';
import { useKpiWords } from './use-kpi-words';

const MINUTE_MS = 60_000;
const MIN_STEP_MINUTES = 5;

/** The time to scene by category, P50 to P90 on one scale. In the order of n: few incidents make no ranking. */
export function ResponseByCategoryPanel({ report: { response } }: { report: KpiReport }) {
  const { t, count, share, minutes, bareMinutes, excludedIntervals } = useKpiWords();
  const names = useCityNames();
  const open = useOpenDefinition();
  const title = t('kpi.responseByCategory');
  const promise = { minutes: response.thresholdMs / MINUTE_MS };
  const categories = response.byCategory.toSorted((a, b) => b.n - a.n);
  const longestMs = Math.max(response.thresholdMs, ...categories.map(({ p90Ms }) => p90Ms ?? 0));
  const ticks = valueTicks(longestMs / MINUTE_MS, MIN_STEP_MINUTES);
  const maxMs = (ticks.at(-1) ?? 0) * MINUTE_MS;
  return (
    <ChartPanel
      title={title}
      aside={`${t('kpi.p50')} ● – ${t('kpi.p90')} ◆ · ${t('kpi.notRanked')}`}
      table={{
        columns: [
          t('kpi.column.category'),
          t('kpi.column.n'),
          t('kpi.column.p50'),
          t('kpi.column.p90'),
          t('kpi.column.share', promise),
          t('kpi.column.missing'),
          t('kpi.column.negative'),
        ],
        rows: categories.map((one) => ({
          key: one.categoryCode,
          cells: [
            names.category(one.categoryCode),
            count(one.n),
            bareMinutes(one.p50Ms),
            bareMinutes(one.p90Ms),
            share(one.withinShare),
            count(one.excluded.missing),
            count(one.excluded.negative),
          ],
        })),
      }}
    >
      {categories.length === 0 ? (
        <EmptyNote title={t('kpi.noResponseYet')} />
      ) : (
        <RowChart
          label={title}
          headings={[
            t('kpi.column.category'),
            '',
            t('kpi.column.p50'),
            t('kpi.column.p90'),
            t('kpi.column.share', promise),
            t('kpi.column.n'),
          ]}
          axis={
            <RangeAxis
              max={maxMs}
              ticks={ticks.map((tick) => ({ value: tick * MINUTE_MS, label: count(tick) }))}
            />
          }
          rows={categories.map(({ categoryCode, n, p50Ms, p90Ms, withinShare, excluded }) => {
            const label = names.category(categoryCode);
            const figure = (
              kpi: 'onSceneTime' | 'onSceneWithin15',
              part: string | null,
              value: string,
            ) => ({
              spoken: `${label}: ${part === null ? '' : `${part} `}${value}`,
              onOpen: () =>
                open({
                  kpi,
                  subject: part === null ? label : `${label}, ${part}`,
                  value,
                  n,
                  excluded: excludedIntervals(excluded),
                  previous: null,
                }),
            });
            return {
              key: categoryCode,
              label,
              isQuiet: isTiny(n),
              note: isTiny(n) ? t('kpi.tiny') : undefined,
              plot: (
                <RangeTrack
                  range={p50Ms === null || p90Ms === null ? null : { low: p50Ms, high: p90Ms }}
                  threshold={response.thresholdMs}
                  max={maxMs}
                  isQuiet={isTiny(n)}
                />
              ),
              figures: [
                {
                  key: 'p50',
                  text: bareMinutes(p50Ms),
                  ...figure('onSceneTime', t('kpi.p50'), minutes(p50Ms)),
                },
                {
                  key: 'p90',
                  text: bareMinutes(p90Ms),
                  ...figure('onSceneTime', t('kpi.p90'), minutes(p90Ms)),
                },
                {
                  key: 'share',
                  text: share(withinShare),
                  ...figure('onSceneWithin15', null, share(withinShare)),
                },
                { key: 'n', text: count(n), ...figure('onSceneWithin15', 'n', count(n)) },
              ],
            };
          })}
        />
      )}
    </ChartPanel>
  );
}

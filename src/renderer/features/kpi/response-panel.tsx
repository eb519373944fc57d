import type { KpiReport } from '@shared/protocol/kpi';

import { chartColors } from '../../ui/charts/chart-colors';
import { ChartPanel } from '../../ui/charts/chart-panel';
import { LineChart } from '../../ui/charts/line-chart';
import { EmptyNote } from '../../ui/empty-note';
import { BUCKET_WORDS } from './bucket-words';
import { useOpenDefinition } from './definition';
import { isTiny, TINY_N } from './difference';
import { bucketWords } from './period-words';
import { useKpiWords } from './use-kpi-words';

const MINUTE_MS = 60_000;
const toMinutes = (ms: number | null): number | null => (ms === null ? null : ms / MINUTE_MS);

/** How the time from the call to the first unit on scene went, half and nine tenths of it, against the promise. */
export function ResponsePanel({ report }: { report: KpiReport }) {
  const { response, bucket } = report;
  const words = useKpiWords();
  const { t, count, share, minutes, bareMinutes, sampleSize, excludedIntervals } = words;
  const open = useOpenDefinition();
  const title = t('kpi.responseTrend');
  const promise = { minutes: response.thresholdMs / MINUTE_MS };
  const points = response.trend.map(({ startsAt, n, p50Ms, p90Ms }) => ({
    ...bucketWords(startsAt, report, words),
    values: { p50: toMinutes(p50Ms), p90: toMinutes(p90Ms) },
    note: sampleSize(n),
    isTiny: isTiny(n),
  }));
  const hasTiny = response.trend.some(({ n }) => n > 0 && isTiny(n));
  return (
    <ChartPanel
      title={title}
      aside={`${t('kpi.receivedToScene')}, ${t(BUCKET_WORDS[bucket])}`}
      table={{
        columns: [
          t('kpi.column.time'),
          t('kpi.column.n'),
          t('kpi.column.p50'),
          t('kpi.column.p90'),
          t('kpi.column.share', promise),
          t('kpi.column.missing'),
          t('kpi.column.negative'),
        ],
        rows: response.trend.map(({ startsAt, n, p50Ms, p90Ms, withinShare, excluded }) => ({
          key: startsAt,
          cells: [
            bucketWords(startsAt, report, words).name,
            count(n),
            bareMinutes(p50Ms),
            bareMinutes(p90Ms),
            share(withinShare),
            count(excluded.missing),
            count(excluded.negative),
          ],
        })),
      }}
    >
      {response.n === 0 ? (
        <EmptyNote title={t('kpi.noResponseYet')} />
      ) : (
        <LineChart
          label={`${title}, ${t(BUCKET_WORDS[bucket])}`}
          series={[
            { key: 'p90', label: t('kpi.p90'), color: chartColors.p90, mark: 'dashed-line' },
            { key: 'p50', label: t('kpi.p50'), color: chartColors.p50, mark: 'solid-line' },
          ]}
          points={points}
          whole={{
            heading: t('kpi.wholePeriod'),
            values: { p50: toMinutes(response.p50Ms), p90: toMinutes(response.p90Ms) },
            note: hasTiny
              ? `${sampleSize(response.n)} · ${t('kpi.hollow', { n: TINY_N })}`
              : sampleSize(response.n),
          }}
          threshold={{ value: promise.minutes, label: t('kpi.promise', promise) }}
          formatValue={(value) => minutes(value * MINUTE_MS)}
          formatTick={count}
          onOpen={() =>
            open({
              kpi: 'onSceneTime',
              subject: null,
              value: `${t('kpi.p50')} ${minutes(response.p50Ms)} · ${t('kpi.p90')} ${minutes(response.p90Ms)}`,
              n: response.n,
              excluded: excludedIntervals(response.excluded),
              previous: null,
            })
          }
        />
      )}
    </ChartPanel>
  );
}

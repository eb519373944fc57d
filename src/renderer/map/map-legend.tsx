import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';

import { useLanguage, useT } from '../i18n/t';
import { ChoiceRow } from '../ui/choice-row';
import { formatCount, formatDecimal } from '../ui/format';
import classes from './city-map.module.css';
import type { ClassBreaks } from './class-breaks';
import type { ComplaintMetric } from './complaint-metric';
import { AREA_CLASSES } from './features-of-areas';
import type { MapViewState } from './map-view-state';

interface MapLegendProps {
  view: StoreApi<MapViewState>;
  metric: ComplaintMetric;
  /** Absent where nobody can choose. */
  onMetricChange?: (metric: ComplaintMetric) => void;
}

/** What the colours of the kecamatan mean, and what they leave out. */
export function MapLegend({ view, metric, onMetricChange }: MapLegendProps) {
  const t = useT();
  const language = useLanguage();
  const counts = useStore(view, (state) => state.counts);
  const breaks = useStore(view, (state) => state.breaks);
  return (
    <div className={classes['legend']}>
      <h2 className={classes['legendTitle']}>
        {t('map.legendTitle')}
        {counts !== null && (
          <span>{t('map.total', { n: formatCount(counts.total, language) })}</span>
        )}
      </h2>
      {breaks === null ? <p>{t('map.countsUnknown')}</p> : <Ramp breaks={breaks} metric={metric} />}
      {onMetricChange !== undefined && (
        <ChoiceRow
          label={t('map.metric')}
          choices={[
            { value: 'count', label: t('map.metricCount') },
            { value: 'per1000', label: t('map.metricPer1000') },
          ]}
          value={metric}
          onChange={onMetricChange}
        />
      )}
      {counts !== null && counts.unknownArea > 0 && (
        <p>{t('map.unknownArea', { n: formatCount(counts.unknownArea, language) })}</p>
      )}
      {counts !== null && counts.outsideCity > 0 && (
        <p>{t('map.outsideCity', { n: formatCount(counts.outsideCity, language) })}</p>
      )}
    </div>
  );
}

/** The classes in force; limits stand at the edge where a class begins. */
function Ramp({ breaks, metric }: { breaks: ClassBreaks; metric: ComplaintMetric }) {
  const t = useT();
  const language = useLanguage();
  const format = (value: number): string =>
    formatDecimal(value, metric === 'count' ? 0 : 1, language);
  const limits = breaks.limits.slice(0, AREA_CLASSES).map(format);
  const to = format(breaks.max);
  return (
    <div role="img" aria-label={t('map.legendScale', { from: limits[0] ?? to, to })}>
      <div className={classes['ramp']}>
        {limits.map((limit, index) => (
          <i key={limit} data-class={index} />
        ))}
      </div>
      <div className={classes['limits']}>
        {limits.map((limit) => (
          <span key={limit}>{limit}</span>
        ))}
        <span>{to}</span>
      </div>
    </div>
  );
}

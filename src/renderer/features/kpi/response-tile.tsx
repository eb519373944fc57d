import type { KpiInterval } from '@shared/protocol/kpi';

import { shareDifference, timeDifference } from './difference';
import { DifferenceWords } from './difference-words';
import { FigureButton } from './figure-button';
import { Tile } from './tile';
import classes from './tile.module.css';
import { useKpiWords } from './use-kpi-words';

interface ResponseTileProps {
  response: KpiInterval;
  before: KpiInterval | null;
}

/** How many were reached within the promise, and how long it took. */
export function ResponseTile({ response, before }: ResponseTileProps) {
  const { t, share, sampleSize, excludedIntervals } = useKpiWords();
  return (
    <Tile
      label={t('kpi.onScene', { minutes: response.thresholdMs / 60_000 })}
      figure={{
        kpi: 'onSceneWithin15',
        subject: null,
        value: share(response.withinShare),
        n: response.n,
        excluded: excludedIntervals(response.excluded),
        previous: before === null ? null : share(before.withinShare),
      }}
      difference={
        before === null
          ? null
          : shareDifference(
              { n: response.n, value: response.withinShare },
              { n: before.n, value: before.withinShare },
              'higher',
            )
      }
    >
      <span>{sampleSize(response.n)}</span>
      <Percentile name="p50" response={response} before={before} />
      <Percentile name="p90" response={response} before={before} />
    </Tile>
  );
}

function Percentile({ name, response, before }: ResponseTileProps & { name: 'p50' | 'p90' }) {
  const { t, minutes, excludedIntervals } = useKpiWords();
  const key = `${name}Ms` as const;
  const { n, excluded } = response;
  const difference =
    before === null
      ? null
      : timeDifference({ n, value: response[key] }, { n: before.n, value: before[key] });
  return (
    <span className={classes['part']}>
      <FigureButton
        figure={{
          kpi: 'onSceneTime',
          subject: t(`kpi.${name}`),
          value: minutes(response[key]),
          n,
          excluded: excludedIntervals(excluded),
          previous: before === null ? null : minutes(before[key]),
        }}
      >
        {t(`kpi.${name}`)} <b>{minutes(response[key])}</b>
      </FigureButton>
      {/* Why there is none is said once, beside the tile's own figure. */}
      {difference !== null && difference.kind !== 'none' && (
        <DifferenceWords difference={difference} />
      )}
    </span>
  );
}

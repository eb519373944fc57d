import type { CityPack } from '@shared/domain/city-pack';
import { incidentStartedAt } from '@shared/domain/incident';
import { type PositionFreshness, positionFreshness } from '@shared/domain/position-freshness';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';

import type { MessageKey } from '../i18n/t';
import { useLanguage, useT } from '../i18n/t';
import type { LiveClient } from '../live/model';
import { Elapsed } from '../ui/elapsed';
import { formatAge, formatCount, formatDecimal } from '../ui/format';
import { PriorityBadge } from '../ui/priority-badge';
import { areaWords } from './area-words';
import classes from './city-map.module.css';
import { metricValue } from './complaint-metric';
import type { MapViewState } from './map-view-state';
import { useServerNow } from './use-server-now';

interface RecordProps {
  id: string;
  client: LiveClient;
  city: CityPack;
}

export function IncidentSummary({ id, client, city }: RecordProps) {
  const t = useT();
  const language = useLanguage();
  const nowMs = useServerNow(client);
  const incident = useStore(client.store, ({ model }) => model?.incidents.get(id));
  if (incident === undefined) return null;
  const category = city.incidentCategories.find(({ code }) => code === incident.categoryCode);
  const startedAt = incidentStartedAt(incident);
  return (
    <>
      <p className={classes['summaryHead']}>
        <PriorityBadge priority={incident.priority} />
        <strong>{category?.label[language] ?? incident.categoryCode}</strong>
        <Elapsed startedAt={startedAt} nowMs={nowMs} />
      </p>
      <p>
        {incident.number} · {areaWords(incident.area, city, t)}
      </p>
    </>
  );
}

const AGE_KEY = {
  live: 'map.positionAge',
  stale: 'map.positionStale',
  lost: 'map.positionLost',
  never: 'units.neverSeen',
} as const satisfies Record<PositionFreshness, MessageKey>;

export function UnitSummary({ id, client, city }: RecordProps) {
  const t = useT();
  const language = useLanguage();
  const nowMs = useServerNow(client);
  const unit = useStore(client.store, ({ model }) => model?.units.get(id));
  if (unit === undefined) return null;
  const observedAtMs = client.positions.get(id)?.[5];
  const status = city.unitStatuses.find(({ code }) => code === unit.statusCode);
  const agency = city.agencies.find(({ code }) => code === unit.agencyCode);
  return (
    <>
      <p className={classes['summaryHead']}>
        <strong>{unit.id}</strong>
        <span>{status?.label[language] ?? unit.statusCode}</span>
        <Elapsed startedAt={unit.statusSince} nowMs={nowMs} size="small" />
      </p>
      <p>
        {agency?.shortName ?? unit.agencyCode} ·{' '}
        {t(AGE_KEY[positionFreshness(observedAtMs, nowMs)], {
          age: formatAge(nowMs - (observedAtMs ?? nowMs), language),
        })}
      </p>
    </>
  );
}

export function AreaSummary({
  code,
  view,
  city,
}: {
  code: string;
  view: StoreApi<MapViewState>;
  city: CityPack;
}) {
  const t = useT();
  const language = useLanguage();
  const counts = useStore(view, (state) => state.counts);
  const kecamatan = city.kecamatan.find((candidate) => candidate.code === code);
  if (kecamatan === undefined) return null;
  const figures =
    counts === null
      ? [t('map.countsUnknown')]
      : [
          t('map.openComplaints', {
            n: formatCount(metricValue(counts, kecamatan, 'count'), language),
          }),
          t('map.per1000Residents', {
            n: formatDecimal(metricValue(counts, kecamatan, 'per1000'), 1, language),
          }),
        ];
  return (
    <>
      <p className={classes['summaryHead']}>
        <strong>{kecamatan.name}</strong>
        <span>{t('kecamatan.residents', { n: formatCount(kecamatan.population, language) })}</span>
      </p>
      <p>{figures.join(' · ')}</p>
    </>
  );
}

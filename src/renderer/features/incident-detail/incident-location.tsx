import type { Incident } from '@shared/domain/incident';
import type { LngLat } from '@shared/domain/lng-lat';
import { useMemo } from 'react';

import { useCity } from '../../hooks/use-city';
import { useCityNames } from '../../hooks/use-city-names';
import { areaWords } from '../../i18n/area-words';
import { type Translate, useLanguage, useT } from '../../i18n/t';
import { formatDistance, formatLngLat } from '../../ui/format';
import { Section } from '../../ui/section';
import classes from './incident-location.module.css';
import { type LandmarkWords, nearestLandmark } from './nearest-landmark';

/** Where it is: area, nearest landmark, coordinates; what is not known is said. */
export function IncidentLocation({ incident }: { incident: Incident }) {
  const t = useT();
  const names = useCityNames();
  const { area, lngLat } = incident;
  const place =
    area.kind === 'in_city' && area.kelurahanCode !== null
      ? `${t('common.kelurahan', { name: names.kelurahan(area.kelurahanCode) })}, ${t('common.kecamatan', { name: names.kecamatan(area.kecamatanCode) })}`
      : areaWords(area, names, t);
  return (
    <Section title={t('incident.location')}>
      <p className={classes['area']}>{place}</p>
      {lngLat === null ? (
        <p className={classes['quiet']}>{t('incident.positionUnknown')}</p>
      ) : (
        <PointWords lngLat={lngLat} />
      )}
    </Section>
  );
}

function PointWords({ lngLat }: { lngLat: LngLat }) {
  const t = useT();
  const language = useLanguage();
  const { landmarks } = useCity();
  const landmark = useMemo(() => nearestLandmark(lngLat, landmarks), [lngLat, landmarks]);
  return (
    <>
      {landmark !== null && (
        <p className={classes['line']}>
          {landmarkLine(landmark, t, formatDistance(landmark.distanceMeters, language))}
        </p>
      )}
      <p className={classes['quiet']}>{formatLngLat(lngLat, language)}</p>
    </>
  );
}

/** Nearer than this "at" says more than a direction. */
const AT_METERS = 25;

function landmarkLine(landmark: LandmarkWords, t: Translate, distance: string): string {
  if (landmark.distanceMeters < AT_METERS)
    return t('incident.atLandmark', { landmark: landmark.name });
  return t(landmark.isApproximate ? 'incident.nearLandmarkApproximate' : 'incident.nearLandmark', {
    distance,
    direction: t(`compass.${landmark.direction}`),
    landmark: landmark.name,
  });
}

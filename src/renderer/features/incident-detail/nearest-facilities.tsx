import type { LngLat } from '@shared/domain/lng-lat';

import { useLanguage, useT } from '../../i18n/t';
import { FactList } from '../../ui/fact-list';
import { formatDistance } from '../../ui/format';
import { Section } from '../../ui/section';
import { SkeletonLines } from '../../ui/skeleton-lines';
import { useNearestFacilities } from './use-nearest-facilities';

/** The nearest hydrant, hospital and puskesmas, as far as the city has imported them. */
export function NearestFacilities({ lngLat }: { lngLat: LngLat }) {
  const t = useT();
  const language = useLanguage();
  const nearest = useNearestFacilities(lngLat);
  if (nearest.kind === 'none') return null;
  return (
    <Section title={`${t('facilities.nearest')} (${t('facilities.straight')})`}>
      {nearest.kind === 'loading' && <SkeletonLines widths={[80, 60]} />}
      {nearest.kind === 'failed' && <p>{t('facilities.nearestFailed')}</p>}
      {nearest.kind === 'ready' && (
        <FactList
          facts={nearest.items.map(({ facility, distanceMeters }) => ({
            label: t(`facilityKind.${facility.kind}`),
            value: `${facility.name ?? t('facilities.unnamed')} · ${formatDistance(distanceMeters, language)}`,
          }))}
        />
      )}
    </Section>
  );
}

import { useLiveClient, useNow } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import { type Fact, FactList } from '../../ui/fact-list';
import { formatCount, formatLngLat } from '../../ui/format';
import { Section } from '../../ui/section';
import { PositionAge } from './position-age';

const KMH_PER_MPS = 3.6;

/** Where the unit was last seen, how old that is, and how it was moving. */
export function PositionFacts({ unitId }: { unitId: string }) {
  const t = useT();
  const language = useLanguage();
  const { positions } = useLiveClient();
  // Looked at once a second, like every age; positions do not pass through React state.
  useNow();
  const position = positions.get(unitId);
  const facts: Fact[] = [{ label: t('units.positionAge'), value: <PositionAge unitId={unitId} /> }];
  if (position !== undefined) {
    const [, lng, lat, headingDeg, speedMps] = position;
    facts.push(
      { label: t('units.position'), value: formatLngLat([lng, lat], language) },
      {
        label: t('units.speed'),
        value:
          speedMps === null
            ? t('common.unknown')
            : t('units.speedValue', {
                n: formatCount(Math.round(speedMps * KMH_PER_MPS), language),
              }),
      },
      {
        label: t('units.heading'),
        value: headingDeg === null ? t('common.unknown') : `${Math.round(headingDeg)}°`,
      },
    );
  }
  return (
    <Section title={t('units.position')}>
      <FactList facts={facts} />
    </Section>
  );
}

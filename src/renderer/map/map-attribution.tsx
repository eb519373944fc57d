import type { City } from '@shared/domain/city-pack';
import type { BasemapReply } from '@shared/protocol/basemap';

import type { Language } from '../i18n/language';
import { type Translate, useLanguage, useT } from '../i18n/t';
import { formatDate } from '../ui/format';
import classes from './city-map.module.css';

/** What must always be said of the map: whose data it is, and how official its boundaries are. */
export function MapAttribution({ city, ground }: { city: City; ground: BasemapReply | null }) {
  const t = useT();
  const language = useLanguage();
  const parts = [boundaryWords(city.boundaries, t, language), ...credits(city, ground)];
  const problem = ground?.kind === 'schematic' ? ground.problem : null;
  return (
    <p className={classes['attribution']}>
      {problem !== null && <strong>{t(`map.basemap.${problem}`)} · </strong>}
      {parts.join(' · ')}
    </p>
  );
}

/** Each once: tiles of OpenStreetMap name the same people as the coast. */
function credits({ attribution }: City, ground: BasemapReply | null): string[] {
  const ofTiles = ground?.kind === 'tiles' ? ground.attribution : '';
  const isNamed = attribution.some((one) => plain(one).includes(plain(ofTiles)));
  return isNamed ? attribution : [...attribution, ofTiles];
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}]/gu, '');

function boundaryWords(
  { kind, source, date }: City['boundaries'],
  t: Translate,
  language: Language,
): string {
  if (kind === 'schematic') return t('map.schematic');
  if (date === null) return t('map.officialUndated', { source });
  const atMs = Date.parse(`${date}T00:00:00+07:00`);
  // A city pack may say "2023" or "Perda 3/2020": then its own word is shown.
  return t('map.official', {
    source,
    date: Number.isNaN(atMs) ? date : formatDate(atMs, language, true),
  });
}

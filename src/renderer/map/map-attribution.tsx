import type { City } from '@shared/domain/city-pack';

import { useT } from '../i18n/t';
import classes from './city-map.module.css';

/** What must always be said of the map: whose data it is, and that its boundaries are not official. */
export function MapAttribution({ city }: { city: City }) {
  const t = useT();
  const parts = [
    ...(city.boundaries.kind === 'schematic' ? [t('map.schematic')] : []),
    ...city.attribution,
  ];
  return <p className={classes['attribution']}>{parts.join(' · ')}</p>;
}

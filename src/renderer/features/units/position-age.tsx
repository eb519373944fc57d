import { positionFreshness } from '@shared/domain/position-freshness';

import { useLiveClient, useNow } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import { formatAge } from '../../ui/format';
import classes from './position-age.module.css';

/**
 * How old a unit's position is, in words. Positions come many times a second and never through React
 * state: this looks at the latest once a second, with the shared clock.
 */
export function PositionAge({ unitId }: { unitId: string }) {
  const t = useT();
  const language = useLanguage();
  const { positions } = useLiveClient();
  const nowMs = useNow();
  const observedAtMs = positions.get(unitId)?.[5];
  const freshness = positionFreshness(observedAtMs, nowMs);
  const age = observedAtMs === undefined ? '' : formatAge(nowMs - observedAtMs, language);
  const words = {
    live: () => t('units.fresh', { age }),
    stale: () => t('units.stale', { age }),
    lost: () => t('units.lost', { age }),
    never: () => t('units.neverSeen'),
  };
  return (
    <span className={classes['age']} data-freshness={freshness} title={t('units.positionAge')}>
      {words[freshness]()}
    </span>
  );
}

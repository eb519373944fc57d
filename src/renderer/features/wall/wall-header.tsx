import type { ReactNode } from 'react';

import { useCity } from '../../hooks/use-city';
import { useLive, useNow } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import { selectOpenIncidents, selectUnitsByAvailability } from '../../live/selectors';
import { formatClock, formatCount, formatDay } from '../../ui/format';
import { PriorityCounts } from './priority-counts';
import classes from './wall-header.module.css';

interface WallHeaderProps {
  /** The state of the line. */
  link: ReactNode;
  /** Why no tone would sound; null: it would. */
  silence: 'muted' | 'blocked' | null;
}

/** Whose wall this is, how things stand, whether it is live, and the time: on every scene. */
export function WallHeader({ link, silence }: WallHeaderProps) {
  const t = useT();
  const { city } = useCity();
  const incidents = useLive(selectOpenIncidents);
  return (
    <header className={classes['header']}>
      <h1 className={classes['brand']}>
        <span className={classes['number']}>{city.emergencyNumber}</span>
        <span>{city.name}</span>
      </h1>
      <p className={classes['fact']}>
        <span className={classes['label']}>{t('wall.open')}</span>
        <PriorityCounts incidents={incidents} none="dim" />
      </p>
      <UnitsAvailable />
      <div className={classes['state']}>
        {link}
        {silence !== null && (
          <span className={classes['silence']}>
            {t(silence === 'muted' ? 'wall.muted' : 'wall.soundBlocked')}
          </span>
        )}
      </div>
      <Clock />
    </header>
  );
}

function UnitsAvailable() {
  const t = useT();
  const language = useLanguage();
  const units = useLive(selectUnitsByAvailability);
  const total = units === null ? null : Object.values(units).reduce((sum, count) => sum + count, 0);
  return (
    <p className={classes['fact']}>
      <span className={classes['label']}>{t('wall.unitsAvailable')}</span>
      <span className={classes['figure']}>
        {units === null || total === null ? (
          t('common.unknown')
        ) : (
          <>
            <b>{formatCount(units.available, language)}</b>{' '}
            <span className={classes['of']}>
              {t('wall.ofUnits', { n: formatCount(total, language) })}
            </span>
          </>
        )}
      </span>
    </p>
  );
}

function Clock() {
  const language = useLanguage();
  const nowMs = useNow();
  return (
    <time className={classes['clock']} dateTime={new Date(nowMs).toISOString()}>
      <span className={classes['day']}>{formatDay(nowMs, language)} · WIB</span>
      <span className={classes['time']}>{formatClock(nowMs)}</span>
    </time>
  );
}

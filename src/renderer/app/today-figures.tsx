import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

import { useLive } from '../hooks/use-live';
import { useToday } from '../hooks/use-today';
import { useLanguage, useT } from '../i18n/t';
import { selectDayFigures } from '../live/selectors';
import { formatCount, formatShare } from '../ui/format';
import classes from './header.module.css';

/** Today's figures; each tells on hover or focus what it counts. */
export function TodayFigures() {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const figures = useLive((state) => selectDayFigures(state, today));
  const count = (value: number | undefined): string =>
    value === undefined ? '—' : formatCount(value, language);
  const arrival = figures?.onScene;
  return (
    <div className={classes['figures']}>
      <HeaderFigure label={t('shell.callsToday')} help={t('shell.callsTodayHelp')}>
        {count(figures?.calls)}
      </HeaderFigure>
      <HeaderFigure label={t('shell.realEmergencies')} help={t('shell.realEmergenciesHelp')}>
        {count(figures?.emergencies)}
      </HeaderFigure>
      <HeaderFigure label={t('shell.open')} help={t('shell.openHelp')}>
        {count(figures?.openIncidents)}
      </HeaderFigure>
      <HeaderFigure
        label={t('shell.arrivedInTime')}
        help={t('shell.arrivedInTimeHelp', {
          n: arrival?.n ?? 0,
          missing: arrival?.excluded.missing ?? 0,
          negative: arrival?.excluded.negative ?? 0,
        })}
        aside={arrival === undefined ? undefined : t('shell.sampleSize', { n: arrival.n })}
      >
        {arrival?.withinShare == null ? '—' : formatShare(arrival.withinShare, language)}
      </HeaderFigure>
    </div>
  );
}

interface HeaderFigureProps {
  label: string;
  help: string;
  aside?: string | undefined;
  children: ReactNode;
}

function HeaderFigure({ label, help, aside, children }: HeaderFigureProps) {
  return (
    <Tooltip label={help} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
      <button type="button" className={classes['figure']}>
        <span className={classes['figureLabel']}>{label}</span>
        <span className={classes['figureValue']}>{children}</span>
        {aside !== undefined && <span className={classes['figureAside']}>{aside}</span>}
      </button>
    </Tooltip>
  );
}

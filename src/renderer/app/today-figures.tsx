import { emergenciesOf } from '@shared/domain/day-figures';
import type { Incident } from '@shared/domain/incident';
import { KPI_DEFINITIONS, type KpiId } from '@shared/domain/kpi-definitions';
import type { ReactNode } from 'react';

import { useLive, useNow } from '../hooks/use-live';
import { useToday } from '../hooks/use-today';
import { useLanguage, useT } from '../i18n/t';
import { selectDayFigures } from '../live/selectors';
import { DefinedFigure, type FigureMeaning } from '../ui/defined-figure';
import { formatCount, formatDay, formatShare } from '../ui/format';
import { FigureRecords } from './figure-records';
import classes from './header.module.css';

/** Today's figures; each opens its definition and, of incidents, the records behind it. */
export function TodayFigures() {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const day = t('overview.day', { day: formatDay(useNow(60_000), language) });
  const figures = useLive((state) => selectDayFigures(state, today));
  const incidents = useLive((state) => state.model?.incidents);
  const count = (value: number | undefined): string =>
    value === undefined ? '—' : formatCount(value, language);
  const meaningOf = (kpi: KpiId, n: number | undefined): FigureMeaning => ({
    name: KPI_DEFINITIONS[kpi].name[language],
    formula: KPI_DEFINITIONS[kpi].formula[language],
    period: day,
    n: count(n),
    excluded: KPI_DEFINITIONS[kpi].exclusions?.[language] ?? null,
  });
  const arrival = figures?.onScene;
  const arrived = meaningOf('onSceneWithin15', arrival?.n);
  const open: FigureMeaning = {
    name: t('shell.openName'),
    formula: t('shell.openHelp'),
    period: t('shell.now'),
    n: count(figures?.openIncidents),
    excluded: null,
  };
  const emergencies = (): Incident[] => emergenciesOf(today, incidents?.values() ?? []);
  return (
    <div className={classes['figures']}>
      <HeaderFigure label={t('shell.callsToday')} meaning={meaningOf('calls', figures?.calls)}>
        {count(figures?.calls)}
      </HeaderFigure>
      <HeaderFigure
        label={t('shell.realEmergencies')}
        meaning={meaningOf('incidents', figures?.emergencies)}
        incidents={emergencies}
      >
        {count(figures?.emergencies)}
      </HeaderFigure>
      <HeaderFigure
        label={t('shell.open')}
        meaning={open}
        incidents={() => [...(incidents?.values() ?? [])].filter(({ endedAt }) => endedAt === null)}
      >
        {count(figures?.openIncidents)}
      </HeaderFigure>
      <HeaderFigure
        label={t('shell.arrivedInTime')}
        meaning={{
          ...arrived,
          excluded: [
            arrived.excluded,
            t('shell.notCounted', {
              missing: count(arrival?.excluded.missing),
              negative: count(arrival?.excluded.negative),
            }),
          ].join(' '),
        }}
        aside={arrival === undefined ? undefined : t('shell.sampleSize', { n: arrival.n })}
        incidents={() => emergencies().filter(({ milestones }) => milestones.onSceneAt !== null)}
      >
        {arrival?.withinShare == null ? '—' : formatShare(arrival.withinShare, language)}
      </HeaderFigure>
    </div>
  );
}

interface HeaderFigureProps {
  label: string;
  meaning: FigureMeaning;
  aside?: string | undefined;
  /** Those behind it; asked for only while it is open. */
  incidents?: () => Incident[];
  children: ReactNode;
}

function HeaderFigure({ label, meaning, aside, incidents, children }: HeaderFigureProps) {
  return (
    <DefinedFigure
      meaning={meaning}
      className={classes['figure']}
      {...(incidents !== undefined && {
        records: (close: () => void) => <FigureRecords incidents={incidents()} onPick={close} />,
      })}
    >
      <span className={classes['figureLabel']}>{label}</span>
      <span className={classes['figureValue']}>{children}</span>
      {aside !== undefined && <span className={classes['figureAside']}>{aside}</span>}
    </DefinedFigure>
  );
}

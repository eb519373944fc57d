import { CALL_TYPES } from '@shared/domain/call';
import { KPI_DEFINITIONS, type KpiId } from '@shared/domain/kpi-definitions';
import { AVAILABILITY_CLASSES } from '@shared/domain/unit-status';
import { useMemo } from 'react';

import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { useToday } from '../../hooks/use-today';
import { useLanguage, useT } from '../../i18n/t';
import { selectDayFigures, selectUnitsByAvailability } from '../../live/selectors';
import { BarList } from '../../ui/bar-list';
import { DefinedFigure } from '../../ui/defined-figure';
import { Figure, FigureRow } from '../../ui/figure';
import { formatCount, formatDay } from '../../ui/format';
import { PaneBody } from '../../ui/pane-body';
import { Section } from '../../ui/section';
import { complaintsToday, incidentsByCategory } from './overview-figures';
import classes from './today-overview.module.css';

/** The day at a glance, while nothing is selected. */
export function TodayOverview() {
  const t = useT();
  const language = useLanguage();
  const nowMs = useNow(60_000);
  return (
    <>
      <header className={classes['header']}>
        <h2 className={classes['title']}>{t('overview.title')}</h2>
        <p className={classes['day']}>{t('overview.day', { day: formatDay(nowMs, language) })}</p>
      </header>
      <ComplaintFigures />
      <PaneBody>
        <CallTypes />
        <Incidents />
        <Units />
        <p className={classes['hint']}>{t('overview.hint')}</p>
      </PaneBody>
    </>
  );
}

function ComplaintFigures() {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const nowMs = useNow(60_000);
  const complaints = useLive((state) => state.model?.complaints);
  const figures = useMemo(
    () => (complaints === undefined ? null : complaintsToday(complaints.values(), today, nowMs)),
    [complaints, today, nowMs],
  );
  const day = t('overview.day', { day: formatDay(nowMs, language) });
  const now = t('shell.now');
  return (
    <FigureRow>
      <ComplaintFigure
        label={`${t('overview.complaints')} ${t('overview.complaintsOpen')}`}
        kpi="complaintsOpen"
        period={now}
        value={figures?.open}
      />
      <ComplaintFigure
        label={t('overview.complaintsOverdue')}
        kpi="complaintsOverdue"
        period={now}
        value={figures?.overdue}
      />
      <ComplaintFigure
        label={t('overview.complaintsReceived')}
        kpi="complaintsReceived"
        period={day}
        value={figures?.received}
      />
    </FigureRow>
  );
}

interface ComplaintFigureProps {
  label: string;
  kpi: KpiId;
  period: string;
  value: number | undefined;
}

function ComplaintFigure({ label, kpi, period, value }: ComplaintFigureProps) {
  const language = useLanguage();
  const { name, formula, exclusions } = KPI_DEFINITIONS[kpi];
  const shown = value === undefined ? '—' : formatCount(value, language);
  const meaning = {
    name: name[language],
    formula: formula[language],
    period,
    n: shown,
    excluded: exclusions?.[language] ?? null,
  };
  return (
    <Figure label={label}>
      <DefinedFigure
        meaning={meaning}
        className={classes['figure']}
        label={`${name[language]}: ${shown}`}
      >
        {shown}
      </DefinedFigure>
    </Figure>
  );
}

function CallTypes() {
  const t = useT();
  const language = useLanguage();
  const today = useToday();
  const figures = useLive((state) => selectDayFigures(state, today));
  return (
    <Section
      title={t('overview.calls')}
      aside={
        figures === null
          ? undefined
          : t('shell.sampleSize', { n: formatCount(figures.calls, language) })
      }
    >
      {figures === null || figures.calls === 0 ? (
        <p className={classes['none']}>{t('queue.noCalls')}</p>
      ) : (
        <BarList
          rows={CALL_TYPES.map((type) => ({
            key: type,
            label: t(`callType.${type}`),
            value: figures.callsByType[type],
            color: `var(--cc-call-type-${type})`,
          }))}
        />
      )}
    </Section>
  );
}

function Incidents() {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const today = useToday();
  const incidents = useLive((state) => state.model?.incidents);
  const rows = useMemo(
    () => incidentsByCategory(incidents?.values() ?? [], today),
    [incidents, today],
  );
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section
      title={t('overview.incidents')}
      aside={t('shell.sampleSize', { n: formatCount(total, language) })}
    >
      {rows.length === 0 ? (
        <p className={classes['none']}>{t('overview.noIncidents')}</p>
      ) : (
        <BarList
          rows={rows.map(({ categoryCode, count, open }) => ({
            key: categoryCode,
            label: names.category(categoryCode),
            value: count,
            ...(open > 0 && { aside: t('overview.openOf', { open }) }),
          }))}
        />
      )}
    </Section>
  );
}

function Units() {
  const t = useT();
  const counts = useLive(selectUnitsByAvailability);
  const hasUnits = counts !== null && Object.values(counts).some((count) => count > 0);
  return (
    <Section title={t('overview.units')}>
      {hasUnits ? (
        <BarList
          rows={AVAILABILITY_CLASSES.map((availability) => ({
            key: availability,
            label: t(`availability.${availability}`),
            value: counts[availability],
            color: `var(--cc-availability-${availability})`,
          }))}
        />
      ) : (
        <p className={classes['none']}>{t('overview.noUnits')}</p>
      )}
    </Section>
  );
}

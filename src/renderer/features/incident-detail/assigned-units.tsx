import { ASSIGNMENT_MILESTONES, type Assignment } from '@shared/domain/assignment';
import { useStore } from 'zustand';

import { useCity } from '../../hooks/use-city';
import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { useLanguage, useT } from '../../i18n/t';
import { availabilityOf } from '../../live/availability';
import { selectionStore } from '../../live/selection';
import { AvailabilityMark } from '../../ui/availability-mark';
import { formatElapsed, formatTime } from '../../ui/format';
import { Section } from '../../ui/section';
import classes from './assigned-units.module.css';

/** The units that are or were on the incident. */
export function AssignedUnits({ assignments }: { assignments: readonly Assignment[] }) {
  const t = useT();
  return (
    <Section title={t('incident.units')}>
      {assignments.length === 0 ? (
        <p className={classes['none']}>{t('incident.noUnits')}</p>
      ) : (
        <ul className={classes['list']}>
          {assignments.map((assignment) =>
            assignment.clearedAt === null ? (
              <ActiveRow key={assignment.id} assignment={assignment} />
            ) : (
              <ClearedRow
                key={assignment.id}
                assignment={assignment}
                clearedAt={assignment.clearedAt}
              />
            ),
          )}
        </ul>
      )}
    </Section>
  );
}

function ActiveRow({ assignment }: { assignment: Assignment }) {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const { unitStatuses } = useCity();
  const nowMs = useNow();
  const unit = useLive((state) => state.model?.units.get(assignment.unitId));
  const select = useStore(selectionStore, (state) => state.select);
  const since = unit?.statusSince ?? assignment.dispatchedAt;
  return (
    <li>
      <button
        type="button"
        className={classes['row']}
        onClick={() => select({ kind: 'unit', id: assignment.unitId })}
      >
        {unit === undefined ? (
          <span />
        ) : (
          <AvailabilityMark availability={availabilityOf(unit, unitStatuses)} />
        )}
        <span className={classes['callSign']}>{assignment.unitId}</span>
        <span className={classes['status']}>
          {unit === undefined
            ? t(`assignment.${latestStep(assignment)}`)
            : names.unitStatus(unit.statusCode)}
        </span>
        <span className={classes['time']}>
          {formatElapsed(nowMs - Date.parse(since), language)}
        </span>
      </button>
    </li>
  );
}

function ClearedRow({ assignment, clearedAt }: { assignment: Assignment; clearedAt: string }) {
  const t = useT();
  const language = useLanguage();
  const nowMs = useNow(60_000);
  return (
    <li className={classes['row']} data-cleared="true">
      <span />
      <span className={classes['callSign']}>{assignment.unitId}</span>
      <span className={classes['status']}>
        {t('incident.unitCleared', { time: formatTime(Date.parse(clearedAt), nowMs, language) })}
      </span>
      <span />
    </li>
  );
}

function latestStep(assignment: Assignment): (typeof ASSIGNMENT_MILESTONES)[number] {
  return ASSIGNMENT_MILESTONES.findLast((step) => assignment[step] !== null) ?? 'dispatchedAt';
}

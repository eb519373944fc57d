import type { Assignment } from '@shared/domain/assignment';
import { useMemo } from 'react';
import { useStore } from 'zustand';

import { useCityNames } from '../../hooks/use-city-names';
import { useLive, useNow } from '../../hooks/use-live';
import { areaWords } from '../../i18n/area-words';
import { shortNumber } from '../../i18n/record-number';
import { useLanguage, useT } from '../../i18n/t';
import { compareTexts } from '../../live/open-incidents';
import { selectionStore } from '../../live/selection';
import { formatTime } from '../../ui/format';
import { RecordList, RecordRow } from '../../ui/record-list';
import { Section } from '../../ui/section';
import classes from './unit-assignments.module.css';

/** What the unit is on, and what it was on since yesterday. */
export function UnitAssignments({ unitId }: { unitId: string }) {
  const t = useT();
  const all = useLive((state) => state.model?.assignments);
  const { current, past } = useMemo(() => {
    const own = [...(all?.values() ?? [])]
      .filter((assignment) => assignment.unitId === unitId)
      .sort((a, b) => compareTexts(b.dispatchedAt, a.dispatchedAt));
    return {
      current: own.filter(({ clearedAt }) => clearedAt === null),
      past: own.filter(({ clearedAt }) => clearedAt !== null),
    };
  }, [all, unitId]);
  return (
    <>
      <Section title={t('units.currentIncident')}>
        <AssignmentList assignments={current} none={t('units.noIncident')} />
      </Section>
      <Section title={t('units.assignments')}>
        <AssignmentList assignments={past} none={t('units.noAssignments')} />
      </Section>
    </>
  );
}

function AssignmentList({
  assignments,
  none,
}: {
  assignments: readonly Assignment[];
  none: string;
}) {
  if (assignments.length === 0) return <p className={classes['none']}>{none}</p>;
  return (
    <RecordList>
      {assignments.map((assignment) => (
        <AssignmentRow key={assignment.id} assignment={assignment} />
      ))}
    </RecordList>
  );
}

function AssignmentRow({ assignment }: { assignment: Assignment }) {
  const t = useT();
  const language = useLanguage();
  const names = useCityNames();
  const nowMs = useNow(60_000);
  const incident = useLive((state) => state.model?.incidents.get(assignment.incidentId));
  const select = useStore(selectionStore, (state) => state.select);
  if (incident === undefined) return null;
  return (
    <RecordRow
      priority={incident.priority}
      title={names.category(incident.categoryCode)}
      number={shortNumber(incident.number)}
      place={areaWords(incident.area, names, t)}
      aside={formatTime(Date.parse(assignment.dispatchedAt), nowMs, language)}
      onPick={() => select({ kind: 'incident', id: incident.id })}
    />
  );
}

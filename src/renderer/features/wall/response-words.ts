import { ASSIGNMENT_MILESTONES, type Assignment } from '@shared/domain/assignment';
import type { Incident } from '@shared/domain/incident';

import type { CityNames } from '../../i18n/city-names';
import type { Translate } from '../../i18n/t';

/**
 * Who is dealing with an incident, in a line: `DMK-01, DMK-03 di lokasi · PSC-02 menuju`; while no unit is
 * on it, how far it has come: `diteruskan → Damkar`.
 */
export function responseWords(
  incident: Incident,
  assignments: readonly Assignment[],
  names: CityNames,
  t: Translate,
): string {
  const active = assignments.filter(({ clearedAt }) => clearedAt === null);
  if (active.length === 0) {
    const state = t(`incidentState.${incident.state}`).toLowerCase();
    const agencies = incident.agencyCodes.map((code) => names.agency(code)).join(', ');
    return agencies === '' ? `${state} · ${t('wall.noResponse')}` : `${state} → ${agencies}`;
  }
  const steps = ASSIGNMENT_MILESTONES.toReversed();
  return steps
    .map((step) => {
      const unitIds = active.filter((one) => latestStep(one) === step).map(({ unitId }) => unitId);
      return unitIds.length === 0
        ? null
        : `${unitIds.join(', ')} ${t(`assignment.${step}`).toLowerCase()}`;
    })
    .filter((words) => words !== null)
    .join(' · ');
}

/** The last milestone an assignment has reached. */
function latestStep(assignment: Assignment): (typeof ASSIGNMENT_MILESTONES)[number] {
  return ASSIGNMENT_MILESTONES.findLast((step) => assignment[step] !== null) ?? 'dispatchedAt';
}

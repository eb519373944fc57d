import type { Assignment } from '@shared/domain/assignment';
import type { Kecamatan, UnitStatusDefinition } from '@shared/domain/city-pack';
import type { Complaint } from '@shared/domain/complaint';
import { type DayFigures, dayFigures } from '@shared/domain/day-figures';
import type { Incident } from '@shared/domain/incident';
import type { Unit } from '@shared/domain/unit';
import type { AvailabilityClass } from '@shared/domain/unit-status';
import type { CallTally } from '@shared/protocol/snapshot';

import { countByAvailability } from './availability';
import { type ComplaintCounts, countOpenComplaints } from './complaint-counts';
import { isSameList, isSameMap, keepIf, memoise } from './memoise';
import type { LiveStoreState } from './model';
import { compareTexts, openIncidentsInOrder } from './open-incidents';

/**
 * What screens read of the store. Each computes again only when the collection it reads changed, and keeps
 * its identity when the answer is the same. Before there is a picture lists are empty and figures are null:
 * unknown is not zero.
 */
const NO_INCIDENTS: ReadonlyMap<string, Incident> = new Map();
const NO_ASSIGNMENTS: ReadonlyMap<string, Assignment> = new Map();
const NO_UNITS: ReadonlyMap<string, Unit> = new Map();
const NO_STATUSES: readonly UnitStatusDefinition[] = [];
const NO_IDS: readonly string[] = [];

const incidentsOf = (state: LiveStoreState): ReadonlyMap<string, Incident> =>
  state.model?.incidents ?? NO_INCIDENTS;
const assignmentsOf = (state: LiveStoreState): ReadonlyMap<string, Assignment> =>
  state.model?.assignments ?? NO_ASSIGNMENTS;
const unitsOf = (state: LiveStoreState): ReadonlyMap<string, Unit> =>
  state.model?.units ?? NO_UNITS;

const openIncidents = memoise(
  (incidents: ReadonlyMap<string, Incident>) => openIncidentsInOrder(incidents.values()),
  keepIf(isSameList),
);
const openIncidentIds = memoise(
  (incidents: readonly Incident[]) => incidents.map(({ id }) => id),
  keepIf(isSameList),
);

/** By priority, then longest running first. */
export function selectOpenIncidents(state: LiveStoreState): readonly Incident[] {
  return openIncidents(incidentsOf(state));
}

/** In the same order; the same array until an incident enters, leaves or moves. */
export function selectOpenIncidentIds(state: LiveStoreState): readonly string[] {
  return openIncidentIds(selectOpenIncidents(state));
}

const assignmentsByIncident = memoise(
  (assignments: ReadonlyMap<string, Assignment>) => groupByIncident(assignments.values()),
  // An incident whose assignments did not change keeps its list.
  (previous, next) => {
    for (const [incidentId, group] of next) {
      const known = previous.get(incidentId);
      if (known !== undefined && isSameList(known, group)) next.set(incidentId, known);
    }
    return isSameMap(previous, next) ? previous : next;
  },
);

/** Incident id → its assignments, ended ones too, in order of dispatch. An incident without any is absent. */
export function selectAssignmentsByIncident(
  state: LiveStoreState,
): ReadonlyMap<string, readonly Assignment[]> {
  return assignmentsByIncident(assignmentsOf(state));
}

const activeAssignmentByUnit = memoise((assignments: ReadonlyMap<string, Assignment>) => {
  const active = new Map<string, Assignment>();
  for (const assignment of assignments.values()) {
    if (assignment.clearedAt === null) active.set(assignment.unitId, assignment);
  }
  return active;
}, keepIf(isSameMap));

/** Unit id → the assignment it is on now. A free unit is absent. */
export function selectActiveAssignmentByUnit(
  state: LiveStoreState,
): ReadonlyMap<string, Assignment> {
  return activeAssignmentByUnit(assignmentsOf(state));
}

const unitIds = memoise(
  (units: ReadonlyMap<string, Unit>): readonly string[] =>
    [...units.values()]
      .sort((a, b) => compareTexts(a.agencyCode, b.agencyCode) || compareTexts(a.id, b.id))
      .map(({ id }) => id),
  keepIf(isSameList),
);

/** By agency, then call sign. */
export function selectUnitIds(state: LiveStoreState): readonly string[] {
  return state.model === null ? NO_IDS : unitIds(unitsOf(state));
}

const openComplaintCounts = memoise(
  (complaints: ReadonlyMap<string, Complaint>) => countOpenComplaints(complaints.values()),
  keepIf(isSameCounts),
);

/** Null before there is a picture. */
export function selectOpenComplaintCounts(state: LiveStoreState): ComplaintCounts | null {
  return state.model === null ? null : openComplaintCounts(state.model.complaints);
}

const openComplaintsPer1000 = memoise(
  (counts: ComplaintCounts, kecamatan: readonly Kecamatan[]): ReadonlyMap<string, number> =>
    new Map(
      kecamatan.map(({ code, population }) => [
        code,
        ((counts.byKecamatan.get(code) ?? 0) * 1_000) / population,
      ]),
    ),
);

/** Kecamatan code → open complaints per 1,000 residents, every kecamatan of the city; null until both are known. */
export function selectOpenComplaintsPer1000(
  state: LiveStoreState,
): ReadonlyMap<string, number> | null {
  const counts = selectOpenComplaintCounts(state);
  return counts === null || state.city === null
    ? null
    : openComplaintsPer1000(counts, state.city.kecamatan);
}

const unitsByAvailability = memoise(
  (units: ReadonlyMap<string, Unit>, statuses: readonly UnitStatusDefinition[]) =>
    countByAvailability(units.values(), statuses),
  keepIf((a, b) => isSameList(Object.values(a), Object.values(b))),
);

/** Null before there is a picture. */
export function selectUnitsByAvailability(
  state: LiveStoreState,
): Readonly<Record<AvailabilityClass, number>> | null {
  return state.model === null
    ? null
    : unitsByAvailability(state.model.units, state.city?.unitStatuses ?? NO_STATUSES);
}

const figuresOfDay = memoise(
  (day: string, calls: CallTally | undefined, incidents: ReadonlyMap<string, Incident>) =>
    dayFigures(day, calls, incidents.values()),
  keepIf((a, b) => JSON.stringify(a) === JSON.stringify(b)),
);

/**
 * Today's counts; null before there is a picture.
 * @param day the WIB day of the server's clock, `YYYY-MM-DD`
 */
export function selectDayFigures(state: LiveStoreState, day: string): DayFigures | null {
  return state.model === null
    ? null
    : figuresOfDay(day, state.model.callTallies[day], state.model.incidents);
}

function groupByIncident(assignments: Iterable<Assignment>): Map<string, Assignment[]> {
  const groups = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const group = groups.get(assignment.incidentId);
    if (group === undefined) groups.set(assignment.incidentId, [assignment]);
    else group.push(assignment);
  }
  for (const group of groups.values()) {
    group.sort(
      (a, b) => compareTexts(a.dispatchedAt, b.dispatchedAt) || compareTexts(a.unitId, b.unitId),
    );
  }
  return groups;
}

function isSameCounts(a: ComplaintCounts, b: ComplaintCounts): boolean {
  const isSameRest =
    a.total === b.total && a.outsideCity === b.outsideCity && a.unknownArea === b.unknownArea;
  return isSameRest && isSameMap(a.byKecamatan, b.byKecamatan);
}

import { CALL_TYPES, type CallType } from './call';
import { type Incident, type IncidentState, incidentStartedAt } from './incident';
import { type IntervalSummary, summarizeInterval } from './response-intervals';
import { wibDay } from './time';

export interface DayFigures {
  /** WIB day, `YYYY-MM-DD`. */
  day: string;
  callsByType: Readonly<Record<CallType, number>>;
  calls: number;
  /** Incidents that began on the day and were not found to be false or another's duplicate. */
  emergencies: number;
  /** All open ones, whichever day they began. */
  openIncidents: number;
  /** The day's emergencies, from the call to the first unit on scene; those still on the way count as missing. */
  onScene: IntervalSummary;
}

/**
 * The counts of one WIB day, from the records a client holds.
 * @param calls the day's calls by type; undefined where none was counted
 */
export function dayFigures(
  day: string,
  calls: Readonly<Record<CallType, number>> | undefined,
  incidents: Iterable<Incident>,
): DayFigures {
  const known = [...incidents];
  const emergencies = emergenciesOf(day, known);
  const callsByType = calls ?? { normal: 0, informasi: 0, prank: 0, ghost: 0, terputus: 0 };
  return {
    day,
    callsByType,
    calls: CALL_TYPES.reduce((sum, type) => sum + callsByType[type], 0),
    emergencies: emergencies.length,
    openIncidents: known.filter(({ endedAt }) => endedAt === null).length,
    onScene: summarizeInterval(
      emergencies.map(({ milestones }) => ({ ...milestones, clearedAt: null })),
      'callToOnScene',
    ),
  };
}

/** What turned out to be no incident, or another's: it is not counted as one. */
export const NO_EMERGENCY_STATES: readonly IncidentState[] = ['false_report', 'duplicate'];

/** The incidents that began on a WIB day and were not found to be false or another's duplicate. */
export function emergenciesOf(day: string, incidents: Iterable<Incident>): Incident[] {
  return [...incidents].filter((incident) => isEmergencyOf(incident, day));
}

function isEmergencyOf(incident: Incident, day: string): boolean {
  if (NO_EMERGENCY_STATES.includes(incident.state)) return false;
  const startedAt = incidentStartedAt(incident);
  return startedAt !== null && wibDay(startedAt) === day;
}

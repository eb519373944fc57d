import type { AssignmentMilestone } from './assignment';
import type { IncidentState } from './incident';
import type { UnitStatusMeaning } from './unit-status';

/**
 * Which meaning may follow which. A crew's report is believed (a radio message is late or lost more
 * often than wrong), so only steps that cannot be true are refused.
 */
export interface UnitStatusTransition {
  from: UnitStatusMeaning;
  to: readonly UnitStatusMeaning[];
  source: string;
}

const CAD = 'Proposal: common practice of computer-aided dispatch';
const idle = [
  'available_at_station',
  'available_mobile',
  'reserved',
  'break',
  'maintenance',
  'off_duty',
] as const;
const ending = [
  'returning',
  'available_at_station',
  'available_mobile',
  'break',
  'maintenance',
] as const;

export const UNIT_STATUS_TRANSITIONS: Record<
  UnitStatusMeaning,
  Omit<UnitStatusTransition, 'from'>
> = {
  available_at_station: { to: [...idle, 'dispatched'], source: CAD },
  available_mobile: { to: [...idle, 'dispatched', 'returning'], source: CAD },
  reserved: { to: [...idle, 'dispatched'], source: CAD },
  dispatched: { to: ['en_route', 'on_scene', ...ending], source: CAD },
  en_route: { to: ['on_scene', ...ending], source: CAD },
  on_scene: { to: ['transporting', ...ending], source: CAD },
  transporting: { to: ['at_hospital', ...ending], source: `${CAD}; ambulances` },
  at_hospital: { to: [...ending], source: `${CAD}; ambulances` },
  returning: { to: [...idle, 'dispatched'], source: CAD },
  break: { to: [...idle], source: CAD },
  maintenance: { to: [...idle], source: CAD },
  off_duty: { to: [...idle], source: CAD },
};

/** Meanings from which a unit may be dispatched. */
export function isDispatchable(meaning: UnitStatusMeaning): boolean {
  return UNIT_STATUS_TRANSITIONS[meaning].to.includes('dispatched');
}

export function mayUnitStatusFollow(from: UnitStatusMeaning, to: UnitStatusMeaning): boolean {
  return UNIT_STATUS_TRANSITIONS[from].to.includes(to);
}

/** Meanings that a unit only has while it is on an incident. */
export const COMMITTED_MEANINGS = [
  'dispatched',
  'en_route',
  'on_scene',
  'transporting',
  'at_hospital',
] as const satisfies readonly UnitStatusMeaning[];

/** The assignment milestone that a status writes; every meaning not committed clears the assignment. */
export function assignmentMilestoneOf(meaning: UnitStatusMeaning): AssignmentMilestone {
  switch (meaning) {
    case 'dispatched':
      return 'dispatchedAt';
    case 'en_route':
      return 'enRouteAt';
    case 'on_scene':
      return 'onSceneAt';
    case 'transporting':
      return 'transportingAt';
    case 'at_hospital':
      return 'atHospitalAt';
    case 'available_at_station':
    case 'available_mobile':
    case 'reserved':
    case 'returning':
    case 'break':
    case 'maintenance':
    case 'off_duty':
      return 'clearedAt';
  }
}

/** The incident state a unit's status moves its incident to, if the incident is not beyond it; null: none. */
export function incidentStateOf(meaning: UnitStatusMeaning): IncidentState | null {
  return meaning === 'en_route' ? 'en_route' : meaning === 'on_scene' ? 'on_scene' : null;
}

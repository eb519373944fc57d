import type { IncidentMilestone, IncidentState } from './incident';

/** Who may take a step. `system`: a step that follows from a unit's status. */
export type Performer = 'operator' | 'supervisor' | 'opd' | 'integration' | 'system';

export interface IncidentTransition {
  from: IncidentState;
  to: IncidentState;
  by: readonly Performer[];
  source: string;
}

const CITY_SOP = 'City 112 SOP, SK 814/371/PTIK/2022';
const CAD = 'Proposal: common practice of computer-aided dispatch';
const FIELD = 'Proposal: follows from the status of the first unit that reports it';

const room = ['operator', 'supervisor', 'integration'] as const;
const desk = ['supervisor', 'integration'] as const;
const agency = ['supervisor', 'opd', 'integration'] as const;
const field = ['supervisor', 'opd', 'integration', 'system'] as const;

const working = [
  'received',
  'verified',
  'forwarded',
  'acknowledged',
  'dispatched',
  'en_route',
  'on_scene',
  'under_control',
] as const satisfies readonly IncidentState[];

/** Steps may be left out (a unit may be sent before an OPD acknowledges) but never taken backwards. */
const forward: readonly IncidentTransition[] = [
  { from: 'received', to: 'verified', by: room, source: `${CITY_SOP}, step 2` },
  { from: 'received', to: 'forwarded', by: desk, source: `${CITY_SOP}, step 3` },
  { from: 'received', to: 'dispatched', by: desk, source: CAD },
  { from: 'verified', to: 'forwarded', by: desk, source: `${CITY_SOP}, step 3` },
  { from: 'verified', to: 'dispatched', by: desk, source: CAD },
  { from: 'forwarded', to: 'acknowledged', by: agency, source: `${CITY_SOP}, step 4` },
  { from: 'forwarded', to: 'dispatched', by: agency, source: CAD },
  { from: 'acknowledged', to: 'dispatched', by: agency, source: CAD },
  { from: 'dispatched', to: 'en_route', by: field, source: FIELD },
  { from: 'dispatched', to: 'on_scene', by: field, source: FIELD },
  { from: 'en_route', to: 'on_scene', by: field, source: FIELD },
  { from: 'on_scene', to: 'under_control', by: agency, source: CAD },
  { from: 'forwarded', to: 'resolved', by: agency, source: `${CITY_SOP}, step 4` },
  { from: 'acknowledged', to: 'resolved', by: agency, source: `${CITY_SOP}, step 4` },
  { from: 'on_scene', to: 'resolved', by: agency, source: `${CITY_SOP}, step 4` },
  { from: 'under_control', to: 'resolved', by: agency, source: `${CITY_SOP}, step 4` },
  { from: 'resolved', to: 'closed', by: room, source: `${CITY_SOP}, step 5` },
];

/** An incident may leave the working states at any of them; each exit is final. */
const exits: readonly IncidentTransition[] = working.flatMap((from) => [
  { from, to: 'false_report', by: room, source: `${CITY_SOP}, step 2: call type` },
  { from, to: 'duplicate', by: room, source: CAD },
  { from, to: 'cancelled', by: desk, source: CAD },
  { from, to: 'transferred', by: desk, source: `${CAD}; another region's 112` },
]);

export const INCIDENT_TRANSITIONS: readonly IncidentTransition[] = [...forward, ...exits];

/** The row that allows a step, or undefined where there is none. */
export function findIncidentTransition(
  from: IncidentState,
  to: IncidentState,
): IncidentTransition | undefined {
  return INCIDENT_TRANSITIONS.find((row) => row.from === from && row.to === to);
}

/** The states a step may lead to, in table order: what a refusal names as the remedy. */
export function nextIncidentStates(from: IncidentState): IncidentState[] {
  return INCIDENT_TRANSITIONS.filter((row) => row.from === from).map((row) => row.to);
}

/** The milestone that entering a state writes (once). Terminal exits write none but `endedAt`. */
export const MILESTONE_OF_STATE = {
  received: null,
  verified: 'verifiedAt',
  forwarded: 'forwardedAt',
  acknowledged: 'acknowledgedAt',
  dispatched: 'dispatchedAt',
  en_route: 'enRouteAt',
  on_scene: 'onSceneAt',
  under_control: 'underControlAt',
  resolved: 'resolvedAt',
  closed: 'closedAt',
  false_report: null,
  duplicate: null,
  cancelled: null,
  transferred: null,
} as const satisfies Record<IncidentState, IncidentMilestone | null>;

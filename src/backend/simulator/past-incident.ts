import type { Assignment } from '@shared/domain/assignment';
import type { IncidentMilestones, IncidentState } from '@shared/domain/incident';
import { isOpenIncidentState } from '@shared/domain/incident';
import { MILESTONE_OF_STATE } from '@shared/domain/incident-lifecycle';

import type { PastIncident } from '../intake/past-history';
import { chooseUnits, EMERGENCY_FACTOR, wayOf } from './fleet';
import { instantOf, SIMULATOR_SOURCE, stableId } from './past-records';
import { away, type PastFleet, type Trip, toAssignment, tripOf } from './past-trip';
import type { PlannedIncident } from './plan-incident';

/** What became of a planned incident, told at once, as far as it had come by `untilMs`. */
export function toPastIncident(
  plan: PlannedIncident,
  fleet: PastFleet,
  untilMs: number,
  seed: number,
): { incident: PastIncident; assignments: Assignment[] } {
  const id = stableId(`${String(seed)}/${plan.externalId}`);
  const { steps, trips } = tell(plan, fleet);
  const taken = steps.filter(({ atMs }) => atMs <= untilMs);
  const last = taken.at(-1);
  const state = last?.to ?? 'received';
  return {
    incident: {
      id,
      categoryCode: plan.categoryCode,
      subcategoryCode: plan.subcategoryCode,
      priority: plan.priority,
      state,
      area: plan.area,
      lngLat: plan.lngLat,
      agencyCodes: taken.some(({ to }) => to === 'forwarded')
        ? [...plan.responders.leadAgencies]
        : [],
      milestones: milestonesOf(plan, taken),
      endedAt: last !== undefined && !isOpenIncidentState(state) ? instantOf(last.atMs) : null,
      provenance: { source: SIMULATOR_SOURCE, externalId: plan.externalId },
    },
    assignments: trips
      .filter(({ dispatchedMs }) => dispatchedMs <= untilMs)
      .map((trip) => toAssignment(trip, id, untilMs, seed)),
  };
}

interface Step {
  to: IncidentState;
  atMs: number;
}
function tell(plan: PlannedIncident, fleet: PastFleet): { steps: Step[]; trips: Trip[] } {
  const { durationsMs: d } = plan;
  const steps: Step[] = [];
  let atMs = plan.receivedMs + d.answer;
  const step = (to: IncidentState, afterMs: number): void => {
    atMs += afterMs;
    steps.push({ to, atMs });
  };
  if (plan.earlyEnd === 'false_report') {
    step('false_report', d.verify);
    return { steps, trips: [] };
  }
  step('verified', d.verify);
  if (plan.earlyEnd === 'duplicate' || plan.earlyEnd === 'transferred') {
    step(plan.earlyEnd, d.forward);
    return { steps, trips: [] };
  }
  step('forwarded', d.forward);
  step('acknowledged', d.acknowledge);

  const units = chooseUnits(fleet.units, plan.needs, plan.lngLat, plan.responders, (unit) =>
    (fleet.busyUntilMs.get(unit.id) ?? 0) <= atMs + d.dispatch ? unit.home : null,
  );
  if (units.length === 0) {
    step('resolved', d.control + d.resolve);
    step('closed', d.close);
    return { steps, trips: [] };
  }
  step('dispatched', d.dispatch);
  const dispatchedMs = atMs;
  const drives = units.map((unit) => ({
    unit,
    ms: Math.round(
      wayOf(fleet.graph, unit.kind, unit.home, plan.lngLat).durationMs / EMERGENCY_FACTOR,
    ),
  }));
  const travelMs = Math.min(...drives.map(({ ms }) => ms));
  step('en_route', d.turnout);
  const enRouteMs = atMs;
  if (plan.earlyEnd === 'cancelled') {
    step('cancelled', Math.round(travelMs * 0.6));
    return {
      steps,
      trips: drives.map(({ unit, ms }) =>
        away(
          fleet,
          unit.id,
          {
            dispatchedMs,
            enRouteMs,
            onSceneMs: null,
            transportingMs: null,
            atHospitalMs: null,
            clearedMs: atMs,
          },
          ms,
        ),
      ),
    };
  }
  step('on_scene', travelMs);
  step('under_control', d.control);
  step('resolved', d.resolve);
  const trips = drives.map(({ unit, ms }) =>
    tripOf(plan, fleet, unit, {
      dispatchedMs,
      enRouteMs,
      onSceneMs: enRouteMs + ms,
      resolvedMs: atMs,
      driveMs: ms,
    }),
  );
  const clearMs = Math.max(...trips.map(({ clearedMs }) => clearedMs));
  step('closed', Math.max(d.close, clearMs - atMs + 60_000));
  return { steps, trips };
}

function milestonesOf(plan: PlannedIncident, steps: readonly Step[]): IncidentMilestones {
  const milestones: IncidentMilestones = {
    callReceivedAt: instantOf(plan.receivedMs),
    callAnsweredAt: instantOf(plan.receivedMs + plan.durationsMs.answer),
    verifiedAt: null,
    forwardedAt: null,
    acknowledgedAt: null,
    dispatchedAt: null,
    enRouteAt: null,
    onSceneAt: null,
    underControlAt: null,
    resolvedAt: null,
    closedAt: null,
  };
  for (const { to, atMs } of steps) {
    const milestone = MILESTONE_OF_STATE[to];
    if (milestone !== null) milestones[milestone] = instantOf(atMs);
  }
  return milestones;
}

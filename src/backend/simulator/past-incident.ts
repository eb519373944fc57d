import type { Assignment } from '@shared/domain/assignment';
import type { IncidentMilestones, IncidentState } from '@shared/domain/incident';
import { isOpenIncidentState } from '@shared/domain/incident';
import { MILESTONE_OF_STATE } from '@shared/domain/incident-lifecycle';
import type { LngLat } from '@shared/domain/lng-lat';
import type { Instant } from '@shared/domain/time';

import type { PastIncident } from '../intake/past-history';
import { chooseUnits, EMERGENCY_FACTOR, type FleetUnit, RETURN_FACTOR, wayOf } from './fleet';
import { instantOf, SIMULATOR_SOURCE, stableId } from './past-records';
import type { PlannedIncident } from './plan-incident';
import type { RoadGraph } from './road-graph';

export interface PastFleet {
  units: readonly FleetUnit[];
  graph: RoadGraph;
  hospitals: readonly LngLat[];
  /** Unix ms until which a unit is away, by unit id; kept up from incident to incident. */
  busyUntilMs: Map<string, number>;
}

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
      agencyCodes: taken.some(({ to }) => to === 'forwarded') ? [...plan.agencyCodes] : [],
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
interface Trip {
  unitId: string;
  dispatchedMs: number;
  enRouteMs: number;
  onSceneMs: number | null;
  transportingMs: number | null;
  atHospitalMs: number | null;
  clearedMs: number;
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

  const units = chooseUnits(fleet.units, plan.needs, plan.lngLat, plan.agencyCodes, (unit) =>
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

interface Times {
  dispatchedMs: number;
  enRouteMs: number;
  onSceneMs: number;
  resolvedMs: number;
  driveMs: number;
}

function tripOf(plan: PlannedIncident, fleet: PastFleet, unit: FleetUnit, t: Times): Trip {
  const base = { dispatchedMs: t.dispatchedMs, enRouteMs: t.enRouteMs };
  // It was over before this one came: the unit turned round on the way.
  if (t.onSceneMs >= t.resolvedMs) {
    return away(
      fleet,
      unit.id,
      {
        ...base,
        onSceneMs: null,
        transportingMs: null,
        atHospitalMs: null,
        clearedMs: t.resolvedMs,
      },
      t.driveMs,
    );
  }
  const hospital = nearestTo(fleet.hospitals, plan.lngLat);
  if (!plan.toHospital || unit.kind !== 'ambulance' || hospital === null) {
    return away(
      fleet,
      unit.id,
      {
        ...base,
        onSceneMs: t.onSceneMs,
        transportingMs: null,
        atHospitalMs: null,
        clearedMs: t.resolvedMs,
      },
      t.driveMs,
    );
  }
  const transportingMs = t.onSceneMs + Math.round((t.resolvedMs - t.onSceneMs) * 0.6);
  const atHospitalMs =
    transportingMs +
    Math.round(wayOf(fleet.graph, unit.kind, plan.lngLat, hospital).durationMs / EMERGENCY_FACTOR);
  return away(
    fleet,
    unit.id,
    {
      ...base,
      onSceneMs: t.onSceneMs,
      transportingMs,
      atHospitalMs,
      clearedMs: atHospitalMs + plan.durationsMs.atHospital,
    },
    t.driveMs,
  );
}

function away(fleet: PastFleet, unitId: string, trip: Omit<Trip, 'unitId'>, driveMs: number): Trip {
  fleet.busyUntilMs.set(unitId, trip.clearedMs + (driveMs * EMERGENCY_FACTOR) / RETURN_FACTOR);
  return { unitId, ...trip };
}

export function nearestTo(places: readonly LngLat[], [lng, lat]: LngLat): LngLat | null {
  const far = (place: LngLat): number => Math.hypot(place[0] - lng, place[1] - lat);
  return places.reduce<LngLat | null>(
    (best, next) => (best === null || far(next) < far(best) ? next : best),
    null,
  );
}

/** An incident that is still open keeps none of the units: the live city sends its own. */
function toAssignment(trip: Trip, incidentId: string, untilMs: number, seed: number): Assignment {
  const at = (ms: number | null): Instant | null =>
    ms === null || ms > untilMs ? null : instantOf(ms);
  return {
    id: stableId(`${String(seed)}/${incidentId}/${trip.unitId}`),
    incidentId,
    unitId: trip.unitId,
    dispatchedAt: instantOf(trip.dispatchedMs),
    enRouteAt: at(trip.enRouteMs),
    onSceneAt: at(trip.onSceneMs),
    transportingAt: at(trip.transportingMs),
    atHospitalAt: at(trip.atHospitalMs),
    clearedAt: instantOf(Math.min(trip.clearedMs, untilMs)),
  };
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

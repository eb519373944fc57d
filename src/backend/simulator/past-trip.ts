import type { Assignment } from '@shared/domain/assignment';
import type { LngLat } from '@shared/domain/lng-lat';
import type { Instant } from '@shared/domain/time';

import { EMERGENCY_FACTOR, type FleetUnit, nearestTo, RETURN_FACTOR, wayOf } from './fleet';
import { instantOf, stableId } from './past-records';
import type { PlannedIncident } from './plan-incident';
import type { RoadGraph } from './road-graph';

export interface PastFleet {
  units: readonly FleetUnit[];
  graph: RoadGraph;
  hospitals: readonly LngLat[];
  /** Unix ms until which a unit is away, by unit id; kept up from incident to incident. */
  busyUntilMs: Map<string, number>;
}

/** One unit's part in an incident, Unix ms. */
export interface Trip {
  unitId: string;
  dispatchedMs: number;
  enRouteMs: number;
  onSceneMs: number | null;
  transportingMs: number | null;
  atHospitalMs: number | null;
  clearedMs: number;
}

interface Times {
  dispatchedMs: number;
  enRouteMs: number;
  onSceneMs: number;
  resolvedMs: number;
  driveMs: number;
}

/** What a unit did on an incident that ran its course; it is away for so long. */
export function tripOf(plan: PlannedIncident, fleet: PastFleet, unit: FleetUnit, t: Times): Trip {
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

/** Keeps the unit away until it is home again. */
export function away(
  fleet: PastFleet,
  unitId: string,
  trip: Omit<Trip, 'unitId'>,
  driveMs: number,
): Trip {
  fleet.busyUntilMs.set(unitId, trip.clearedMs + (driveMs * EMERGENCY_FACTOR) / RETURN_FACTOR);
  return { unitId, ...trip };
}

/** An incident that is still open keeps none of the units: the live city sends its own. */
export function toAssignment(
  trip: Trip,
  incidentId: string,
  untilMs: number,
  seed: number,
): Assignment {
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

import type { CityPack } from '@shared/domain/city-pack';
import type { IncidentState } from '@shared/domain/incident';
import type { LngLat } from '@shared/domain/lng-lat';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';

import { type FleetUnit, fleetOf } from './fleet';
import type { Places } from './places';
import type { ComplaintStep, PlannedComplaint } from './plan-complaint';
import type { PlannedCall } from './plan-day';
import type { PlannedIncident } from './plan-incident';
import { createPlane } from './plane';
import { createRandom, type Random } from './random';
import { buildRoadGraph, type RoadGraph } from './road-graph';
import type { Route } from './route';

export interface Drive {
  route: Route;
  startedMs: number;
  /** Times the ordinary speed of each street. */
  factor: number;
}

export interface LiveUnit extends FleetUnit {
  meaning: UnitStatusMeaning;
  sinceMs: number;
  /** Where it stands, or set off from. */
  lngLat: LngLat;
  headingDeg: number;
  drive: Drive | null;
  /** Key of the incident it is on. */
  incidentKey: string | null;
  /** When it takes its next step by itself; null: something else moves it on. */
  dueMs: number | null;
  reportedMs: number;
}

export interface LiveIncident {
  plan: PlannedIncident;
  /** `planned`: the call has not come in yet. */
  state: IncidentState | 'planned';
  /** When it takes its next step; null: its units decide. */
  dueMs: number | null;
  /** Opened by somebody else: its units are driven, its steps are left to the room. */
  isForeign: boolean;
}

/** The simulated city at one moment: plain data, moved on by `stepWorld` and by nothing else. */
export interface World {
  graph: RoadGraph;
  places: Places;
  random: Random;
  units: Map<string, LiveUnit>;
  incidents: Map<string, LiveIncident>;
  /** To come, earliest first. */
  calls: PlannedCall[];
  /** To come, earliest first. */
  complaintEvents: ComplaintEvent[];
}

export type ComplaintEvent =
  | { kind: 'receipt'; plan: PlannedComplaint; atMs: number }
  | ({ kind: 'step'; key: string } & ComplaintStep);

export function createWorld(city: CityPack, places: Places, seed: number, nowMs: number): World {
  const units = fleetOf(city).map((unit): [string, LiveUnit] => [
    unit.id,
    {
      ...unit,
      meaning: 'available_at_station',
      sinceMs: 0,
      lngLat: unit.home,
      headingDeg: 0,
      drive: null,
      incidentKey: null,
      dueMs: null,
      reportedMs: 0,
    },
  ]);
  return {
    graph: buildRoadGraph(city.roads, createPlane(city.city.center)),
    places,
    random: createRandom(`${String(seed)}/live/${String(nowMs)}`),
    units: new Map(units),
    incidents: new Map(),
    calls: [],
    complaintEvents: [],
  };
}

/** Add what is still to come of a plan: what is due after `fromMs` and up to `toMs`. */
export function enterPlan(
  world: World,
  plan: {
    calls: readonly PlannedCall[];
    incidents: readonly PlannedIncident[];
    complaints: readonly PlannedComplaint[];
  },
  { fromMs, toMs }: { fromMs: number; toMs: number },
): void {
  const comes = ({ receivedMs }: { receivedMs: number }): boolean =>
    receivedMs > fromMs && receivedMs <= toMs;
  for (const incident of plan.incidents.filter(comes)) enterIncident(world, incident);
  world.calls.push(...plan.calls.filter((call) => comes(call) && !isOpening(call)));
  world.calls.sort((a, b) => a.receivedMs - b.receivedMs);
  for (const complaint of plan.complaints.filter(comes)) enterComplaint(world, complaint);
}

export const openingCallOf = (incidentKey: string): string => `${incidentKey}/call/1`;

/** The call that reports an incident is told with the incident. */
function isOpening({ externalId, incidentKey }: PlannedCall): boolean {
  return incidentKey !== null && externalId === openingCallOf(incidentKey);
}

export function enterIncident(world: World, plan: PlannedIncident): void {
  if (world.incidents.has(plan.externalId)) return;
  world.incidents.set(plan.externalId, {
    plan,
    state: 'planned',
    dueMs: plan.receivedMs + plan.durationsMs.answer,
    isForeign: false,
  });
}

function enterComplaint(world: World, plan: PlannedComplaint): void {
  world.complaintEvents.push({ kind: 'receipt', plan, atMs: plan.receivedMs });
  enterComplaintSteps(world, plan.externalId, plan.steps);
}

export function enterComplaintSteps(
  world: World,
  key: string,
  steps: readonly ComplaintStep[],
): void {
  for (const step of steps) world.complaintEvents.push({ kind: 'step', key, ...step });
  world.complaintEvents.sort((a, b) => a.atMs - b.atMs);
}

export function unitsOn(world: World, key: string): LiveUnit[] {
  return [...world.units.values()].filter(({ incidentKey }) => incidentKey === key);
}

import { assertNever } from '@shared/assert';
import type { LngLat } from '@shared/domain/lng-lat';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';

import { EMERGENCY_FACTOR, nearestTo, RETURN_FACTOR, wayOf } from './fleet';
import type { Emit } from './intents';
import { placeOnRoute } from './route';
import type { LiveIncident, LiveUnit, World } from './world';

const FOREIGN_WORK_MS = 18 * 60_000;
const PATROL_KINDS: readonly LiveUnit['kind'][] = ['patrol_car', 'motorcycle'];

/** Let a unit drive on, and take the step that follows where it arrives or its time is up. */
export function stepUnit(world: World, unit: LiveUnit, nowMs: number, emit: Emit): void {
  // What is known of it is younger than the moment being told.
  if (nowMs < unit.sinceMs) return;
  const arrived = driveOn(world, unit, nowMs);
  const isDue = unit.dueMs !== null && unit.dueMs <= nowMs;
  const incident = unit.incidentKey === null ? undefined : world.incidents.get(unit.incidentKey);
  switch (unit.meaning) {
    case 'dispatched':
      if (!isDue || !incident) return;
      report(unit, 'en_route', nowMs, emit);
      startDrive(world, unit, incident.plan.lngLat, nowMs, EMERGENCY_FACTOR);
      if (incident.state === 'dispatched') incident.state = 'en_route';
      if (incident.plan.earlyEnd === 'cancelled') incident.dueMs ??= nowMs + 110_000;
      return;
    case 'en_route':
      if (arrived && incident) arriveOnScene(unit, incident, nowMs, emit);
      return;
    case 'on_scene':
      if (isDue) leaveScene(world, unit, incident, nowMs, emit);
      return;
    case 'transporting':
      if (!arrived) return;
      report(unit, 'at_hospital', nowMs, emit);
      unit.dueMs = nowMs + (incident?.plan.durationsMs.atHospital ?? 12 * 60_000);
      return;
    case 'at_hospital':
      if (isDue) sendHome(world, unit, nowMs, emit);
      return;
    case 'returning':
      if (arrived) report(unit, 'available_at_station', nowMs, emit);
      return;
    case 'available_mobile':
      if (arrived) patrolOn(world, unit, nowMs, emit);
      return;
    case 'available_at_station':
      if (PATROL_KINDS.includes(unit.kind)) considerPatrol(world, unit, nowMs, emit);
      return;
    case 'reserved':
    case 'break':
    case 'maintenance':
    case 'off_duty':
      return;
    default:
      assertNever(unit.meaning);
  }
}

/** The room sends a unit: it sets off after its turnout. */
export function dispatchUnit(
  world: World,
  unit: LiveUnit,
  key: string,
  nowMs: number,
  turnoutMs: number,
): void {
  driveOn(world, unit, nowMs);
  unit.meaning = 'dispatched';
  unit.sinceMs = nowMs;
  unit.drive = null;
  unit.incidentKey = key;
  unit.dueMs = nowMs + turnoutMs;
}

export function sendHome(world: World, unit: LiveUnit, nowMs: number, emit: Emit): void {
  driveOn(world, unit, nowMs);
  unit.incidentKey = null;
  report(unit, 'returning', nowMs, emit);
  startDrive(world, unit, unit.home, nowMs, RETURN_FACTOR);
}

export function startDrive(
  world: World,
  unit: LiveUnit,
  to: LngLat,
  nowMs: number,
  factor: number,
): void {
  unit.drive = { route: wayOf(world.graph, unit.kind, unit.lngLat, to), startedMs: nowMs, factor };
}

function report(unit: LiveUnit, meaning: UnitStatusMeaning, nowMs: number, emit: Emit): void {
  unit.meaning = meaning;
  unit.sinceMs = nowMs;
  unit.dueMs = null;
  unit.drive = null;
  emit({ kind: 'unit', unitId: unit.id, meaning, atMs: nowMs });
}

/** @returns whether it is where it was going (a unit without a drive is) */
function driveOn(world: World, unit: LiveUnit, nowMs: number): boolean {
  if (unit.drive === null) return true;
  const { route, startedMs, factor } = unit.drive;
  const place = placeOnRoute(world.graph, route, nowMs - startedMs, factor);
  unit.lngLat = place.lngLat;
  unit.headingDeg = place.headingDeg;
  if (place.arrived) unit.drive = null;
  return place.arrived;
}

function arriveOnScene(unit: LiveUnit, incident: LiveIncident, nowMs: number, emit: Emit): void {
  const { plan, isForeign } = incident;
  report(unit, 'on_scene', nowMs, emit);
  if (isForeign) unit.dueMs = nowMs + FOREIGN_WORK_MS;
  else if (unit.kind === 'ambulance' && plan.toHospital)
    unit.dueMs = nowMs + Math.round((plan.durationsMs.control + plan.durationsMs.resolve) * 0.6);
  if (incident.state === 'dispatched' || incident.state === 'en_route') {
    incident.state = 'on_scene';
    incident.dueMs = nowMs + plan.durationsMs.control;
  }
}

function leaveScene(
  world: World,
  unit: LiveUnit,
  incident: LiveIncident | undefined,
  nowMs: number,
  emit: Emit,
): void {
  const hospital =
    incident?.isForeign === false ? nearestTo(world.places.hospitals, unit.lngLat) : null;
  if (hospital === null) {
    sendHome(world, unit, nowMs, emit);
    return;
  }
  report(unit, 'transporting', nowMs, emit);
  startDrive(world, unit, hospital, nowMs, EMERGENCY_FACTOR);
}

/** About every hour and a half a car sets out; it looks in at a few places and comes home. */
function considerPatrol(world: World, unit: LiveUnit, nowMs: number, emit: Emit): void {
  if (unit.dueMs === null) unit.dueMs = nowMs + world.random.between(2, 90) * 60_000;
  if (unit.dueMs > nowMs) return;
  report(unit, 'available_mobile', nowMs, emit);
  startDrive(world, unit, world.places.spot('road', world.random).lngLat, nowMs, 0.7);
}

function patrolOn(world: World, unit: LiveUnit, nowMs: number, emit: Emit): void {
  if (world.random.chance(0.25)) sendHome(world, unit, nowMs, emit);
  else startDrive(world, unit, world.places.spot('road', world.random).lngLat, nowMs, 0.7);
}

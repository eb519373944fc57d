import type { CityPack } from '@shared/domain/city-pack';
import {
  type Incident,
  type IncidentState,
  incidentStartedAt,
  isOpenIncidentState,
} from '@shared/domain/incident';
import type { Unit } from '@shared/domain/unit';

import { EMERGENCY_FACTOR, nearestTo, RETURN_FACTOR } from './fleet';
import { INCIDENT_PATTERNS, type IncidentPattern } from './incident-patterns';
import type { Emit } from './intents';
import { SIMULATOR_SOURCE } from './past-records';
import { type PlannedIncident, planIncident } from './plan-incident';
import { createRandom } from './random';
import type { ServerPicture } from './server-picture';
import { sendHome, startDrive } from './step-unit';
import { type LiveIncident, type LiveUnit, unitsOn, type World } from './world';

export interface AdoptContext {
  city: CityPack;
  seed: number;
  nowMs: number;
  emit: Emit;
  /** Backend's ids by the simulator's keys; filled up here. */
  ids: Map<string, string>;
  planOf(key: string): PlannedIncident | undefined;
}

/** Steps that were due long ago are taken one after the other, not all at once. */
const CATCH_UP_MS = 15_000;

/**
 * Bring the world in line with what the backend says: the room, or another system, may have moved an
 * incident or sent a unit. What the simulator did not open is driven to, and otherwise left alone.
 */
export function adoptPicture(world: World, picture: ServerPicture, context: AdoptContext): void {
  const keyOf = new Map<string, string>();
  for (const incident of picture.openIncidents) {
    const key =
      incident.provenance?.source === SIMULATOR_SOURCE
        ? incident.provenance.externalId
        : `foreign/${incident.id}`;
    const isForeign = incident.provenance?.source !== SIMULATOR_SOURCE;
    keyOf.set(incident.id, key);
    context.ids.set(key, incident.id);
    adoptIncident(world, key, incident, isForeign, context);
  }
  dropEnded(world, new Set(keyOf.values()), context);
  for (const unit of picture.units) {
    const live = world.units.get(unit.id);
    const incidentId = picture.onIncident.get(unit.id);
    const key = incidentId === undefined ? null : (keyOf.get(incidentId) ?? null);
    if (live) adoptUnit(world, live, unit, key, context);
  }
}

function adoptIncident(
  world: World,
  key: string,
  incident: Incident,
  isForeign: boolean,
  context: AdoptContext,
): void {
  const known = world.incidents.get(key);
  if (known?.state === incident.state) return;
  const plan = known?.plan ?? context.planOf(key) ?? generalPlan(key, incident, context);
  const live: LiveIncident = { plan, state: incident.state, dueMs: null, isForeign };
  live.dueMs = dueOf(live, incident, context.nowMs);
  world.incidents.set(key, live);
}

/** What went in is over for the backend: it leaves the world, and its units go home. */
function dropEnded(
  world: World,
  open: ReadonlySet<string>,
  { nowMs, emit, ids }: AdoptContext,
): void {
  for (const [key, { state }] of world.incidents) {
    if (state === 'planned' || open.has(key) || !ids.has(key)) continue;
    for (const unit of unitsOn(world, key)) sendHome(world, unit, nowMs, emit);
    world.incidents.delete(key);
  }
}

function dueOf(
  { plan, state }: LiveIncident,
  { milestones }: Incident,
  nowMs: number,
): number | null {
  if (state === 'planned' || !isOpenIncidentState(state)) return null;
  const lastMs = Math.max(
    plan.receivedMs,
    ...Object.values(milestones).map((at) => (at === null ? 0 : Date.parse(at))),
  );
  return Math.max(nowMs + CATCH_UP_MS, lastMs + stepTimeOf(plan, state));
}

function stepTimeOf({ durationsMs: d, needs }: PlannedIncident, state: IncidentState): number {
  switch (state) {
    case 'received':
      return d.verify;
    case 'verified':
      return d.forward;
    case 'forwarded':
      return d.acknowledge;
    case 'acknowledged':
      return needs.length > 0 ? d.dispatch : d.control + d.resolve;
    case 'on_scene':
      return d.control;
    case 'under_control':
      return d.resolve;
    case 'resolved':
      return d.close;
    default:
      return CATCH_UP_MS;
  }
}

const ANY_PATTERN: IncidentPattern = {
  categoryCode: '',
  perDay: 0,
  medianWorkMinutes: 30,
  hospitalShare: 0,
  priorities: [['P3', 1]],
  anchors: [['people', 1]],
  needs: [{ kinds: ['patrol_car'], share: 1 }],
};

/** A course for an incident that no plan of a day has. */
function generalPlan(
  key: string,
  incident: Incident,
  { city, seed, nowMs }: AdoptContext,
): PlannedIncident {
  const [category] = city.incidentCategories
    .filter(({ code }) => code === incident.categoryCode)
    .concat(city.incidentCategories);
  const pattern =
    INCIDENT_PATTERNS.find(({ categoryCode }) => categoryCode === incident.categoryCode) ??
    ANY_PATTERN;
  const receivedMs = Date.parse(incidentStartedAt(incident) ?? new Date(nowMs).toISOString());
  const spot = { lngLat: incident.lngLat ?? city.city.center, area: incident.area };
  if (!category) throw new Error('a city pack has at least one incident category');
  const plan = planIncident(
    key,
    receivedMs,
    pattern,
    category,
    spot,
    createRandom(`${String(seed)}/${key}`),
  );
  return { ...plan, priority: incident.priority, earlyEnd: null };
}

function adoptUnit(
  world: World,
  live: LiveUnit,
  unit: Unit,
  key: string | null,
  { nowMs }: AdoptContext,
): void {
  const isFirst = live.sinceMs === 0;
  if (!isFirst && live.meaning === unit.statusMeaning && live.incidentKey === key) return;
  live.meaning = unit.statusMeaning;
  live.sinceMs = Date.parse(unit.statusSince);
  live.incidentKey = key;
  live.drive = null;
  live.dueMs = null;
  const incident = key === null ? undefined : world.incidents.get(key);
  const to = incident?.plan.lngLat ?? live.home;
  switch (live.meaning) {
    case 'dispatched':
      live.dueMs = Math.max(nowMs, live.sinceMs + (incident?.plan.durationsMs.turnout ?? 0));
      return;
    case 'en_route':
      startDrive(world, live, to, isFirst ? live.sinceMs : nowMs, EMERGENCY_FACTOR);
      return;
    case 'on_scene':
      live.lngLat = to;
      if (live.kind === 'ambulance' && incident?.plan.toHospital === true)
        live.dueMs = nowMs + CATCH_UP_MS * 8;
      return;
    case 'transporting':
      live.lngLat = to;
      startDrive(
        world,
        live,
        nearestTo(world.places.hospitals, to) ?? live.home,
        isFirst ? live.sinceMs : nowMs,
        EMERGENCY_FACTOR,
      );
      return;
    case 'at_hospital':
      live.lngLat = nearestTo(world.places.hospitals, to) ?? live.home;
      live.dueMs = Math.max(
        nowMs + CATCH_UP_MS,
        live.sinceMs + (incident?.plan.durationsMs.atHospital ?? 0),
      );
      return;
    case 'available_mobile':
      if (isFirst) live.lngLat = world.places.spot('road', world.random).lngLat;
      startDrive(world, live, world.places.spot('road', world.random).lngLat, nowMs, 0.7);
      return;
    case 'returning':
      startDrive(world, live, live.home, nowMs, RETURN_FACTOR);
      return;
    case 'available_at_station':
      live.dueMs = nowMs + world.random.between(0.5, 90) * 60_000;
      return;
    case 'reserved':
    case 'break':
    case 'maintenance':
    case 'off_duty':
      return;
  }
}

import type { CityPack } from '@shared/domain/city-pack';
import { DAY_MS, HOUR_MS, wibDay } from '@shared/domain/time';

import {
  type BulkCounts,
  openPastHistory,
  type PastHistory,
  type PastHistoryDeps,
  type PastRecords,
} from '../intake/past-history';
import type { Log } from '../log';
import { fleetOf } from './fleet';
import { toPastIncident } from './past-incident';
import { instantOf, SIMULATOR_SOURCE, toPastCall, toPastComplaint } from './past-records';
import type { PastFleet } from './past-trip';
import { createPlaces } from './places';
import { type PlanContext, planDay } from './plan-day';
import { createPlane } from './plane';
import { buildRoadGraph } from './road-graph';

const HISTORY_DAYS = 90;
/**
 * Incidents younger than this are left to the live city, which plays them through the intake with
 * their units; so the present begins here.
 */
export const LIVE_WINDOW_MS = 3 * HOUR_MS;

export interface PrepareDemoOptions extends PastHistoryDeps {
  log: Log;
  seed: number;
  /** How far back the past reaches at a first start. Default: 90 days. */
  days?: number;
  /** @param fraction 0…1 */
  onProgress: (fraction: number) => void;
}

const ACTOR = { kind: 'simulator', id: SIMULATOR_SOURCE } as const;

/**
 * Give the demo city its past: 90 days at the first start, later what is missing since the last run.
 * Running it again adds nothing twice.
 */
export async function prepareDemo({
  store,
  city,
  clock,
  log,
  seed,
  days = HISTORY_DAYS,
  onProgress,
}: PrepareDemoOptions): Promise<BulkCounts> {
  const nowMs = clock.nowMs();
  const history = openPastHistory(
    { store, clock, city },
    { actor: ACTOR, source: SIMULATOR_SOURCE },
  );
  const lastMs = await history.latestCallMs();
  const sinceMs = Math.max(lastMs ?? 0, nowMs - days * DAY_MS);
  if (lastMs === null) await history.restUnitsBefore(instantOf(nowMs - 8 * HOUR_MS));
  else await settle(history, city, seed, { sinceMs, nowMs });

  const context: PlanContext = { city, places: createPlaces(city), seed, rate: 1 };
  const fleet = pastFleetOf(city, context);
  const load = history.startLoad();
  const touched = daysBetween(sinceMs, nowMs);
  for (const [i, day] of touched.entries()) {
    await load.add(pastOfDay(day, context, fleet, { sinceMs, untilMs: nowMs }));
    onProgress((i + 1) / touched.length);
  }
  const counts = load.counts();
  log.info({ ...counts, days: touched.length }, 'the demo city has its past');
  return counts;
}

function pastFleetOf(city: CityPack, { places }: PlanContext): PastFleet {
  return {
    units: fleetOf(city),
    graph: buildRoadGraph(city.roads, createPlane(city.city.center)),
    hospitals: places.hospitals,
    busyUntilMs: new Map(),
  };
}

interface Span {
  /** Not included. */
  sinceMs: number;
  untilMs: number;
}

/** What happened on one WIB day within the span. */
export function pastOfDay(
  day: string,
  context: PlanContext,
  fleet: PastFleet,
  { sinceMs, untilMs }: Span,
): PastRecords {
  const plan = planDay(day, context);
  const isPast = ({ receivedMs }: { receivedMs: number }): boolean =>
    receivedMs > sinceMs && receivedMs <= untilMs;
  const isTold = (incident: { receivedMs: number }): boolean =>
    isPast(incident) && incident.receivedMs <= untilMs - LIVE_WINDOW_MS;
  const told = plan.incidents.filter(isTold);
  const keys = new Set(told.map(({ externalId }) => externalId));
  const past = told.map((incident) => toPastIncident(incident, fleet, untilMs, context.seed));
  return {
    incidents: past.map(({ incident }) => incident),
    assignments: past.flatMap(({ assignments }) => assignments),
    calls: plan.calls
      .filter((call) => isPast(call) && (call.incidentKey === null || keys.has(call.incidentKey)))
      .map((call) => toPastCall(call, context.seed)),
    complaints: plan.complaints
      .filter(isPast)
      .map((complaint) => toPastComplaint(complaint, untilMs, context.city.sla, context.seed)),
  };
}

/** Bring what the last run left open to where it would be by now. */
async function settle(
  history: PastHistory,
  city: CityPack,
  seed: number,
  { sinceMs, nowMs }: { sinceMs: number; nowMs: number },
): Promise<void> {
  if (nowMs - sinceMs < LIVE_WINDOW_MS) return;
  await history.settleIncidents(instantOf(nowMs - LIVE_WINDOW_MS));
  const open = new Set(await history.openComplaintKeys());
  const days = new Set([...open].map((key) => key.slice(0, 'YYYY-MM-DD'.length)));
  const context: PlanContext = { city, places: createPlaces(city), seed, rate: 1 };
  for (const day of days) {
    const complaints = planDay(day, context).complaints.filter(({ externalId }) =>
      open.has(externalId),
    );
    await history.settleComplaints(
      complaints.map((plan) => toPastComplaint(plan, nowMs, city.sla, seed)),
    );
  }
}

/** Every WIB day that the span touches, in order. */
export function daysBetween(sinceMs: number, untilMs: number): string[] {
  const days = new Set<string>();
  for (let ms = sinceMs; ms < untilMs; ms += DAY_MS) days.add(wibDay(instantOf(ms)));
  days.add(wibDay(instantOf(untilMs)));
  return [...days];
}

import type { Complaint } from '@shared/domain/complaint';
import { wibDay } from '@shared/domain/time';

import type { IntakeClient } from '../intake/intake-client';
import { type AdoptContext, adoptPicture } from './adopt-picture';
import type { Outbox } from './outbox';
import { instantOf, SIMULATOR_SOURCE } from './past-records';
import { createPlaces } from './places';
import { type DayPlan, type PlanContext, planDay } from './plan-day';
import { planSurge } from './plan-surge';
import { planWarmPicture } from './plan-warm-picture';
import { daysBetween, LIVE_WINDOW_MS } from './prepare-demo';
import { createRandom } from './random';
import { resumeComplaint } from './resume-complaint';
import { type ReadPicture, readIncidentsSince, readOpenComplaints } from './server-picture';
import type { SimulatorOptions } from './simulator-options';
import { stepWorld } from './step-world';
import { createWorld, enterComplaintSteps, enterIncident, enterPlan, type World } from './world';

export interface LiveCity {
  world: World;
  /** Enter what the coming minutes bring, and a day's share of the old complaints. */
  planAhead(nowMs: number): void;
  beginSurge(nowMs: number): void;
  adoptContext(nowMs: number): AdoptContext;
}

/** Incidents on the map within the first seconds. */
const WARM_INCIDENTS = 7;
/** Planned incidents younger than this are most likely still going on. */
const RECENT_MS = 40 * 60_000;
const CATCH_UP_STEP_MS = 2_000;
/** History ended when the backend began to start; what fell in between is sent again, harmlessly. */
const OVERLAP_MS = 90_000;

/**
 * The city as the backend knows it, caught up to this moment: what the last hours' plan has and the
 * backend has not is played through, with its own times, before the clock is followed.
 * @throws Error where the backend does not answer
 */
export async function createLiveCity(
  { city, seed, rate, clock }: SimulatorOptions,
  client: IntakeClient,
  readPicture: ReadPicture,
  outbox: Outbox,
): Promise<LiveCity> {
  const startMs = clock.nowMs();
  const windowMs = startMs - LIVE_WINDOW_MS;
  const places = createPlaces(city);
  const ordinary: PlanContext = { city, places, seed, rate: 1 };
  const context: PlanContext = { ...ordinary, rate };
  const planOfDay = rememberDays(ordinary);
  const adoptContext = (nowMs: number): AdoptContext => ({
    city,
    seed,
    nowMs,
    emit: outbox.put,
    ids: outbox.ids,
    planOf: (key) => planOfDay(key)?.incidents.find(({ externalId }) => externalId === key),
  });

  const picture = await readPicture();
  const known = ownByKey(await readIncidentsSince(client, instantOf(windowMs)));
  const openComplaints = ownByKey(await readOpenComplaints(client));
  for (const [key, { id }] of openComplaints) outbox.ids.set(key, id);

  const world = createWorld(city, places, seed, startMs);
  adoptPicture(world, picture, adoptContext(startMs));
  for (const day of daysBetween(windowMs, startMs)) {
    const incidents = planDay(day, ordinary).incidents.filter(
      ({ externalId }) => !known.has(externalId),
    );
    enterPlan(world, { calls: [], incidents, complaints: [] }, { fromMs: windowMs, toMs: startMs });
  }
  const atWork = [...world.incidents.values()].filter(
    ({ state, plan }) => state !== 'planned' || plan.receivedMs > startMs - RECENT_MS,
  );
  const missing = WARM_INCIDENTS - atWork.length;
  const warm = planWarmPicture(
    `warm/${instantOf(startMs)}`,
    startMs,
    Math.max(0, missing),
    context,
    createRandom(`${String(seed)}/warm/${String(startMs)}`),
  );
  for (const incident of warm) enterIncident(world, incident);
  for (let ms = windowMs; ms < startMs; ms += CATCH_UP_STEP_MS) stepWorld(world, ms, outbox.put);

  const plannedDays = new Set<string>();
  const daysToResume = new Set([...openComplaints.keys()].map(dayOfKey));
  let surges = 0;
  return {
    world,
    adoptContext,
    beginSurge(nowMs) {
      surges += 1;
      const key = `surge/${instantOf(nowMs)}/${String(surges)}`;
      enterPlan(world, planSurge(key, nowMs, context, createRandom(`${String(seed)}/${key}`)), {
        fromMs: nowMs - 1,
        toMs: Number.POSITIVE_INFINITY,
      });
    },
    planAhead(nowMs) {
      for (const day of [wibDay(instantOf(nowMs)), wibDay(instantOf(nowMs + 60_000))]) {
        if (plannedDays.has(day)) continue;
        plannedDays.add(day);
        const plan = planDay(day, context);
        enterPlan(
          world,
          {
            calls: plan.calls,
            incidents: [],
            complaints: plan.complaints.filter(({ externalId }) => !openComplaints.has(externalId)),
          },
          { fromMs: startMs - OVERLAP_MS, toMs: Number.POSITIVE_INFINITY },
        );
        enterPlan(
          world,
          { incidents: plan.incidents, calls: [], complaints: [] },
          { fromMs: startMs, toMs: Number.POSITIVE_INFINITY },
        );
      }
      // Planning a day takes some 20 ms, and open complaints reach back for weeks: one day a tick.
      const [day] = daysToResume;
      if (day === undefined) return;
      daysToResume.delete(day);
      const planned = day === null ? [] : planDay(day, ordinary).complaints;
      const stepsOf = new Map(planned.map(({ externalId, steps }) => [externalId, steps]));
      for (const [key, { state }] of openComplaints) {
        if (dayOfKey(key) !== day) continue;
        const steps = resumeComplaint(stepsOf.get(key) ?? [], state, nowMs, world.random);
        enterComplaintSteps(world, key, steps);
      }
    },
  };
}

/** The plan of the ordinary day that a key belongs to; asked for the same few days again and again. */
function rememberDays(context: PlanContext): (key: string) => DayPlan | undefined {
  const days = new Map<string, DayPlan>();
  return (key) => {
    const day = dayOfKey(key);
    if (day === null) return undefined;
    const plan = days.get(day) ?? planDay(day, context);
    if (days.size > 4) days.clear();
    days.set(day, plan);
    return plan;
  };
}

function dayOfKey(key: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})\//.exec(key)?.[1] ?? null;
}

/** The simulator's own among records of the backend, by its keys for them. */
function ownByKey<T extends Pick<Complaint, 'provenance'>>(records: readonly T[]): Map<string, T> {
  return new Map(
    records.flatMap((record): [string, T][] =>
      record.provenance?.source === SIMULATOR_SOURCE
        ? [[record.provenance.externalId, record]]
        : [],
    ),
  );
}

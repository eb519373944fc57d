import type { LngLat } from '@shared/domain/lng-lat';

import { INCIDENT_PATTERNS } from './incident-patterns';
import type { Spot } from './places';
import { type PlannedComplaint, planComplaint } from './plan-complaint';
import type { DayPlan, PlanContext, PlannedCall } from './plan-day';
import { type PlannedIncident, planIncident } from './plan-incident';
import type { Random } from './random';

const MINUTE_MS = 60_000;
const METERS_PER_DEGREE = 111_195;

/**
 * A chemical event as it begins: odour complaints over several kelurahan down the wind, one incident at
 * an industry, more and more calls about it, and a few people who feel unwell.
 * @returns an empty plan where the pack has no industry or no such category
 */
export function planSurge(
  key: string,
  startMs: number,
  { city, places }: PlanContext,
  random: Random,
): DayPlan {
  const [source] = places.industries.length > 0 ? [random.pick(places.industries)] : [];
  const pattern = INCIDENT_PATTERNS.find(({ categoryCode }) => categoryCode === 'IND');
  const category = city.incidentCategories.find(({ code }) => code === 'IND');
  if (!source || !pattern || !category) return { calls: [], incidents: [], complaints: [] };
  const wind = random.between(0, 2 * Math.PI);
  const downwind = (meters: number): Spot =>
    places.near(moved(source, wind, meters), 350 + meters / 3, random);

  const main = planIncident(
    `${key}/incident/1`,
    startMs + 6 * MINUTE_MS,
    pattern,
    category,
    places.near(source, 200, random),
    random,
  );
  const incident: PlannedIncident = { ...main, priority: 'P1', earlyEnd: null };
  return {
    incidents: [incident, ...unwell(key, startMs, city, downwind, random)],
    calls: Array.from({ length: random.integer(16, 28) }, (_, i) =>
      callAbout(incident, i + 2, random),
    ),
    complaints: odourComplaints(key, startMs, city, downwind, random),
  };
}

type Downwind = (meters: number) => Spot;

function unwell(
  key: string,
  startMs: number,
  city: PlanContext['city'],
  downwind: Downwind,
  random: Random,
): PlannedIncident[] {
  const pattern = INCIDENT_PATTERNS.find(({ categoryCode }) => categoryCode === 'MED');
  const category = city.incidentCategories.find(({ code }) => code === 'MED');
  if (!pattern || !category) return [];
  return [2, 3].map((nth) => ({
    ...planIncident(
      `${key}/incident/${String(nth)}`,
      Math.round(startMs + random.between(9, 25) * MINUTE_MS),
      pattern,
      category,
      downwind(random.between(400, 1_400)),
      random,
    ),
    earlyEnd: null,
  }));
}

function odourComplaints(
  key: string,
  startMs: number,
  city: PlanContext['city'],
  downwind: Downwind,
  random: Random,
): PlannedComplaint[] {
  const category = city.complaintCategories.find(({ code, label }) =>
    /polusi|bau/i.test(`${code} ${label.id}`),
  );
  if (!category) return [];
  return Array.from({ length: random.integer(26, 44) }, (_, i) =>
    planComplaint(
      `${key}/complaint/${String(i + 1)}`,
      Math.round(startMs + random.between(0, 35) * MINUTE_MS),
      category,
      downwind(random.between(300, 3_200)),
      random,
    ),
  );
}

function callAbout(
  { externalId, receivedMs }: PlannedIncident,
  nth: number,
  random: Random,
): PlannedCall {
  const startMs = Math.round(receivedMs + random.between(0.5, 28) * MINUTE_MS);
  const answeredMs = startMs + Math.round(random.logNormal(9, 0.5) * 1000);
  return {
    externalId: `${externalId}/call/${String(nth)}`,
    type: 'normal',
    receivedMs: startMs,
    answeredMs,
    endedMs: answeredMs + Math.round(random.logNormal(55, 0.4) * 1000),
    incidentKey: externalId,
  };
}

function moved([lng, lat]: LngLat, angle: number, meters: number): LngLat {
  const degrees = meters / METERS_PER_DEGREE;
  return [lng + degrees * Math.cos(angle), lat + degrees * Math.sin(angle)];
}

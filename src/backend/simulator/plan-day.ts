import type { CallType } from '@shared/domain/call';
import type { CityPack, ComplaintCategory } from '@shared/domain/city-pack';

import { CALL_RHYTHM, COMPLAINT_RHYTHM, timesOfDay } from './day-rhythm';
import { INCIDENT_PATTERNS } from './incident-patterns';
import type { Places, Spot } from './places';
import { type PlannedComplaint, planComplaint } from './plan-complaint';
import { type PlannedIncident, planIncident } from './plan-incident';
import { createRandom, type Random } from './random';

export interface PlannedCall {
  externalId: string;
  type: CallType;
  receivedMs: number;
  /** Null: rang out. */
  answeredMs: number | null;
  endedMs: number;
  /** The incident it reports, by that one's key. */
  incidentKey: string | null;
}

export interface DayPlan {
  calls: readonly PlannedCall[];
  incidents: readonly PlannedIncident[];
  complaints: readonly PlannedComplaint[];
}

export interface PlanContext {
  city: CityPack;
  places: Places;
  seed: number;
  /** 1: an ordinary day; 2: twice as much of everything. */
  rate: number;
}

const IDLE_CALLS_PER_DAY = 196;
const COMPLAINTS_PER_DAY = 89;
/** Most calls are no emergencies. */
const IDLE_CALL_TYPES: readonly (readonly [CallType, number])[] = [
  ['prank', 31],
  ['terputus', 29],
  ['ghost', 24],
  ['informasi', 16],
];

/**
 * Everything that happens in the simulated city on one WIB day, decided beforehand: the same day,
 * seed and pack give the same plan, so history and the live city tell one story.
 */
export function planDay(day: string, context: PlanContext): DayPlan {
  const label = context.rate === 1 ? day : `${day}-x${String(context.rate)}`;
  const random = (subject: string): Random =>
    createRandom(`${String(context.seed)}/${label}/${subject}`);
  const incidents = planIncidents(day, label, context, random('incidents'));
  const calls = [
    ...planIdleCalls(day, label, context.rate, random('calls')),
    ...incidents.flatMap((incident) => callsOf(incident, random(incident.externalId))),
  ];
  return {
    incidents,
    calls: calls.sort((a, b) => a.receivedMs - b.receivedMs),
    complaints: planComplaints(day, label, context, random('complaints')),
  };
}

function planIncidents(
  day: string,
  label: string,
  { city, places, rate, seed }: PlanContext,
  random: Random,
): PlannedIncident[] {
  const patterns = INCIDENT_PATTERNS.flatMap((pattern) => {
    const category = city.incidentCategories.find(({ code }) => code === pattern.categoryCode);
    return category ? [[{ pattern, category }, pattern.perDay] as const] : [];
  });
  const mean = patterns.reduce((sum, [, perDay]) => sum + perDay, 0) * rate;
  return timesOfDay(day, mean === 0 ? 0 : random.poisson(mean), CALL_RHYTHM, random).map(
    (receivedMs, i) => {
      const { pattern, category } = random.weighted(patterns);
      const spot = places.spot(random.weighted(pattern.anchors), random);
      const externalId = `${label}/incident/${String(i + 1)}`;
      return planIncident(
        externalId,
        receivedMs,
        pattern,
        category,
        spot,
        courseOf(seed, externalId),
      );
    },
  );
}

function planIdleCalls(day: string, label: string, rate: number, random: Random): PlannedCall[] {
  return timesOfDay(day, random.poisson(IDLE_CALLS_PER_DAY * rate), CALL_RHYTHM, random).map(
    (receivedMs, i) => {
      const type = random.weighted(IDLE_CALL_TYPES);
      const answeredMs =
        type === 'terputus' && random.chance(0.6)
          ? null
          : receivedMs + Math.round(random.logNormal(6.5, 0.5) * 1000);
      const talkMs = Math.round(random.logNormal(type === 'informasi' ? 75 : 14, 0.6) * 1000);
      return {
        externalId: `${label}/call/${String(i + 1)}`,
        type,
        receivedMs,
        answeredMs,
        endedMs: (answeredMs ?? receivedMs) + talkMs,
        incidentKey: null,
      };
    },
  );
}

/** The call that reports an incident, and the neighbours who report it too. */
export function callsOf(incident: PlannedIncident, random: Random): PlannedCall[] {
  const others = incident.priority === 'P1' ? random.poisson(1.2) : random.chance(0.15) ? 1 : 0;
  return Array.from({ length: 1 + others }, (_, i) => {
    const receivedMs =
      incident.receivedMs + (i === 0 ? 0 : Math.round(random.between(40, 600) * 1000));
    const answeredMs =
      receivedMs +
      (i === 0 ? incident.durationsMs.answer : Math.round(random.logNormal(7, 0.5) * 1000));
    return {
      externalId: `${incident.externalId}/call/${String(i + 1)}`,
      type: 'normal' as const,
      receivedMs,
      answeredMs,
      endedMs: answeredMs + incident.callEndsAfterMs,
      incidentKey: incident.externalId,
    };
  });
}

interface HotSpot {
  category: ComplaintCategory;
  spot: Spot;
}

function planComplaints(
  day: string,
  label: string,
  context: PlanContext,
  random: Random,
): PlannedComplaint[] {
  const { city, places, seed, rate } = context;
  if (city.complaintCategories.length === 0) return [];
  // The same corners trouble the city for months, so these depend on the seed alone.
  const lasting = createRandom(`${String(seed)}/hot-spots`);
  const categories = city.complaintCategories.map(
    (category) => [category, lasting.logNormal(1, 0.8)] as const,
  );
  const hotSpots = Array.from(
    { length: 14 },
    (): HotSpot => ({
      category: lasting.weighted(categories),
      spot: places.spot('people', lasting),
    }),
  );
  return timesOfDay(day, random.poisson(COMPLAINTS_PER_DAY * rate), COMPLAINT_RHYTHM, random).map(
    (receivedMs, i) => {
      const hot = random.chance(0.35) ? random.pick(hotSpots) : null;
      const category = hot?.category ?? random.weighted(categories);
      const spot = hot
        ? places.near(hot.spot.lngLat, 260, random)
        : places.spot(random.chance(0.75) ? 'people' : 'road', random);
      const externalId = `${label}/complaint/${String(i + 1)}`;
      return planComplaint(externalId, receivedMs, category, spot, courseOf(seed, externalId));
    },
  );
}

/**
 * Each record's course has chances of its own. A city pack with other boundaries moves where things
 * happen; what is under way goes on as it had begun.
 */
const courseOf = (seed: number, externalId: string): Random =>
  createRandom(`${String(seed)}/${externalId}/course`);

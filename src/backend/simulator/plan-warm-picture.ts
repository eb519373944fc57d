import { INCIDENT_PATTERNS } from './incident-patterns';
import type { PlanContext } from './plan-day';
import { type PlannedIncident, planIncident } from './plan-incident';
import type { Random } from './random';

/** Minutes ago at which they came in: some are being worked on, some have units under way, one is new. */
const AGES_MINUTES = [5.5, 7, 4.2, 12, 6.3, 1.5, 24];

/** Incidents already under way, so that whoever opens the window sees a room at work. */
export function planWarmPicture(
  key: string,
  nowMs: number,
  count: number,
  { city, places }: PlanContext,
  random: Random,
): PlannedIncident[] {
  const choices = INCIDENT_PATTERNS.flatMap((pattern) => {
    const category = city.incidentCategories.find(({ code }) => code === pattern.categoryCode);
    return category && pattern.needs.length > 0
      ? [[{ pattern, category }, pattern.perDay] as const]
      : [];
  });
  if (choices.length === 0) return [];
  return AGES_MINUTES.slice(0, count).map((age, i) => {
    const { pattern, category } = random.weighted(choices);
    const receivedMs = Math.round(nowMs - age * 60_000);
    const plan = planIncident(
      `${key}/${String(i + 1)}`,
      receivedMs,
      pattern,
      category,
      places.spot(random.weighted(pattern.anchors), random),
      random,
    );
    return { ...plan, earlyEnd: null };
  });
}

import type { Area } from '@shared/domain/area';
import type { IncidentCategory } from '@shared/domain/city-pack';
import type { LngLat } from '@shared/domain/lng-lat';
import type { Priority } from '@shared/domain/priority';

import type { Responders } from './fleet';
import type { IncidentPattern, UnitNeed } from './incident-patterns';
import type { Spot } from './places';
import type { Random } from './random';

/** How an incident ends when it does not run its whole course. */
export type EarlyEnd = 'false_report' | 'duplicate' | 'transferred' | 'cancelled';

/** An incident as it will go; what depends on where units are is not in it. */
export interface PlannedIncident {
  /** Key of the record in the simulator's provenance. */
  externalId: string;
  categoryCode: string;
  subcategoryCode: string | null;
  priority: Priority;
  lngLat: LngLat;
  area: Area;
  responders: Responders;
  receivedMs: number;
  needs: readonly UnitNeed['kinds'][];
  earlyEnd: EarlyEnd | null;
  toHospital: boolean;
  /** Each from the step before it. */
  durationsMs: {
    answer: number;
    verify: number;
    forward: number;
    acknowledge: number;
    dispatch: number;
    turnout: number;
    control: number;
    resolve: number;
    close: number;
    atHospital: number;
  };
  callEndsAfterMs: number;
}

const seconds = (value: number): number => Math.round(value * 1000);
const minutes = (value: number): number => Math.round(value * 60_000);

/** Time for the steps of the desk by urgency: the most urgent goes through in half the time. */
const HASTE = { P1: 0.6, P2: 0.85, P3: 1.25, P4: 1.9 } as const satisfies Record<Priority, number>;

/** Medians after the city's SOP (record and verify in 30–60 s each) and ordinary dispatching practice. */
export function planIncident(
  externalId: string,
  receivedMs: number,
  pattern: IncidentPattern,
  category: IncidentCategory,
  spot: Spot,
  random: Random,
): PlannedIncident {
  const priority = random.weighted(pattern.priorities);
  const haste = HASTE[priority];
  const needs = pattern.needs.filter(({ share }) => random.chance(share)).map(({ kinds }) => kinds);
  const work = minutes(random.logNormal(pattern.medianWorkMinutes, 0.45));
  const controlShare = random.between(0.35, 0.7);
  return {
    externalId,
    categoryCode: category.code,
    subcategoryCode:
      category.subcategories.length > 0 && random.chance(0.85)
        ? random.pick(category.subcategories).code
        : null,
    priority,
    lngLat: spot.lngLat,
    area: spot.area,
    responders: {
      leadAgencies: category.leadAgencies,
      supportAgencies: category.supportAgencies,
    },
    receivedMs,
    needs,
    earlyEnd: earlyEnd(random, needs.length > 0),
    toHospital: random.chance(pattern.hospitalShare),
    durationsMs: {
      answer: seconds(random.logNormal(6.5, 0.45)),
      verify: seconds(random.logNormal(48, 0.35)),
      forward: seconds(random.logNormal(32 * haste, 0.5)),
      acknowledge: seconds(random.logNormal(45 * haste, 0.6)),
      dispatch: seconds(random.logNormal(38 * haste, 0.55)),
      turnout: seconds(random.logNormal(72 * Math.sqrt(haste), 0.35)),
      control: Math.round(work * controlShare),
      resolve: Math.round(work * (1 - controlShare)),
      close: minutes(random.logNormal(7, 0.7)),
      atHospital: minutes(random.logNormal(13, 0.35)),
    },
    callEndsAfterMs: seconds(random.logNormal(95, 0.4)),
  };
}

function earlyEnd(random: Random, hasUnits: boolean): EarlyEnd | null {
  return random.weighted<EarlyEnd | null>([
    [null, 87],
    ['false_report', 5],
    ['duplicate', 4],
    ['transferred', 1],
    [hasUnits ? 'cancelled' : null, 3],
  ]);
}

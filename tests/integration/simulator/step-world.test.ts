import type { CityPack } from '@shared/domain/city-pack';
import type { IncidentState } from '@shared/domain/incident';
import { findIncidentTransition } from '@shared/domain/incident-lifecycle';
import {
  incidentStateOf,
  isDispatchable,
  mayUnitStatusFollow,
} from '@shared/domain/unit-lifecycle';
import type { UnitStatusMeaning } from '@shared/domain/unit-status';
import { positionReportSchema } from '@shared/protocol/commands';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Intent } from '../../../src/backend/simulator/intents';
import { createPlaces } from '../../../src/backend/simulator/places';
import { planDay } from '../../../src/backend/simulator/plan-day';
import { planSurge } from '../../../src/backend/simulator/plan-surge';
import { positionReports } from '../../../src/backend/simulator/position-reports';
import { createRandom } from '../../../src/backend/simulator/random';
import { stepWorld } from '../../../src/backend/simulator/step-world';
import { createWorld, enterPlan } from '../../../src/backend/simulator/world';
import { loadCilegon } from '../../support/cilegon';

const START_MS = Date.parse('2026-11-24T00:00:00.000Z');
const HOURS = 8;
let city: CityPack;
beforeAll(async () => {
  city = await loadCilegon();
});

/** Eight hours of a busy day with a chemical event, in steps of two seconds. */
function playHours(seed: number): { intents: Intent[]; fastest: number; reports: number } {
  const places = createPlaces(city);
  const context = { city, places, seed, rate: 3 };
  const world = createWorld(city, places, seed, START_MS);
  const all = { fromMs: START_MS, toMs: Number.POSITIVE_INFINITY };
  enterPlan(world, planDay('2026-11-24', context), all);
  enterPlan(
    world,
    planSurge('surge/test', START_MS + 3_600_000, context, createRandom(`${String(seed)}/surge`)),
    all,
  );
  const intents: Intent[] = [];
  let fastest = 0;
  let reports = 0;
  for (let ms = START_MS; ms < START_MS + HOURS * 3_600_000; ms += 2_000) {
    stepWorld(world, ms, (intent) => intents.push(intent));
    for (const report of positionReports(world, ms)) {
      reports += 1;
      fastest = Math.max(fastest, report.speedMps ?? 0);
      if (reports % 500 === 0) positionReportSchema.parse(report);
    }
  }
  return { intents, fastest, reports };
}

describe('the simulated city', () => {
  it('tells the same story for the same seed', () => {
    expect(playHours(5).intents).toEqual(playHours(5).intents);
  });

  it('takes only steps that the transition tables allow', () => {
    const { intents } = playHours(112);
    const incidents = new Map<string, IncidentState>();
    const units = new Map<string, { meaning: UnitStatusMeaning; key: string | null }>();
    const unitOf = (id: string) =>
      units.get(id) ?? { meaning: 'available_at_station' as const, key: null };
    const follow = (key: string, to: IncidentState): void => {
      const from = incidents.get(key);
      if (from !== undefined && findIncidentTransition(from, to)) incidents.set(key, to);
    };
    for (const intent of intents) {
      if (intent.kind === 'open') incidents.set(intent.key, 'received');
      if (intent.kind === 'transition') {
        const from = incidents.get(intent.key);
        expect(
          from && findIncidentTransition(from, intent.to),
          `${String(from)} → ${intent.to}`,
        ).toBeDefined();
        incidents.set(intent.key, intent.to);
      }
      if (intent.kind === 'dispatch') {
        for (const id of intent.unitIds) {
          expect(isDispatchable(unitOf(id).meaning), `${id} is ${unitOf(id).meaning}`).toBe(true);
          units.set(id, { meaning: 'dispatched', key: intent.key });
        }
        follow(intent.key, 'dispatched');
      }
      if (intent.kind === 'unit') {
        const { meaning, key } = unitOf(intent.unitId);
        expect(
          mayUnitStatusFollow(meaning, intent.meaning),
          `${intent.unitId}: ${meaning} → ${intent.meaning}`,
        ).toBe(true);
        const state = incidentStateOf(intent.meaning);
        if (key !== null && state !== null) follow(key, state);
        units.set(intent.unitId, {
          meaning: intent.meaning,
          key: intent.meaning === 'returning' ? null : key,
        });
      }
    }
    const states = [...incidents.values()];
    expect(states.length).toBeGreaterThan(10);
    expect(states.filter((state) => state === 'closed').length).toBeGreaterThan(5);
  });

  it('moves units at plausible speeds', () => {
    const { fastest, reports } = playHours(112);
    expect(reports).toBeGreaterThan(10_000);
    // A fire engine on the toll road: below 120 km/h.
    expect(fastest).toBeGreaterThan(10);
    expect(fastest).toBeLessThan(33.4);
  });

  it('lets a surge begin with odour complaints and calls about one critical incident', () => {
    const { intents } = playHours(112);
    const complaints = intents.filter(
      (intent) => intent.kind === 'complaint' && intent.key.startsWith('surge/'),
    );
    expect(complaints.length).toBeGreaterThan(20);
    expect(intents).toContainEqual(
      expect.objectContaining({
        kind: 'open',
        key: 'surge/test/incident/1',
        body: expect.objectContaining({ categoryCode: 'IND', priority: 'P1' }),
      }),
    );
  });
});

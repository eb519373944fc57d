import { DAY_MS, wibDay, wibDayStart } from '@shared/domain/time';
import { expect, it } from 'vitest';

import { chooseUnits, type FleetUnit, fleetOf } from '../../../src/backend/simulator/fleet';
import { createPlaces } from '../../../src/backend/simulator/places';
import { planDay } from '../../../src/backend/simulator/plan-day';
import { createPlane } from '../../../src/backend/simulator/plane';
import { pastOfDay } from '../../../src/backend/simulator/prepare-demo';
import { buildRoadGraph } from '../../../src/backend/simulator/road-graph';
import { loadCilegon } from '../../support/cilegon';

it('sends units of a lead or support agency through a simulated week, others only where these have no such vehicle', async () => {
  const city = await loadCilegon();
  const places = createPlaces(city);
  const context = { city, places, seed: 112, rate: 1 };
  const units = fleetOf(city);
  const fleet = {
    units,
    graph: buildRoadGraph(city.roads, createPlane(city.city.center)),
    hospitals: places.hospitals,
    busyUntilMs: new Map<string, number>(),
  };
  const startMs = Date.parse(wibDayStart('2026-10-05'));
  const span = { sinceMs: startMs, untilMs: startMs + 8 * DAY_MS };
  let sent = 0;
  const strangers: string[] = [];
  for (let day = 0; day < 7; day += 1) {
    const name = wibDay(new Date(startMs + day * DAY_MS).toISOString());
    const needs = new Map(
      planDay(name, context).incidents.map((plan) => [plan.externalId, plan.needs]),
    );
    const { incidents, assignments } = pastOfDay(name, context, fleet, span);
    for (const { unitId, incidentId } of assignments) {
      sent += 1;
      const unit = units.find(({ id }) => id === unitId);
      const incident = incidents.find(({ id }) => id === incidentId);
      const category = city.incidentCategories.find(({ code }) => code === incident?.categoryCode);
      const own = [...(category?.leadAgencies ?? []), ...(category?.supportAgencies ?? [])];
      if (unit === undefined || own.includes(unit.agencyCode)) continue;
      // The exception: a need for which the agencies in charge have no vehicle of any kind that will do.
      const isNeeded = needs
        .get(incident?.provenance.externalId ?? '')
        ?.some(
          (kinds) =>
            kinds.includes(unit.kind) &&
            !units.some(({ agencyCode, kind }) => own.includes(agencyCode) && kinds.includes(kind)),
        );
      if (isNeeded !== true)
        strangers.push(`${unitId} (${unit.agencyCode}) on ${category?.code ?? '?'}`);
    }
  }
  expect(sent).toBeGreaterThan(100);
  expect(strangers).toEqual([]);
});

const unit = (id: string, agencyCode: string, kind: FleetUnit['kind'], lat: number): FleetUnit => ({
  id,
  agencyCode,
  kind,
  home: [106, lat],
});
const TREE = { leadAgencies: ['DAMKAR'], supportAgencies: ['BPBD'] };

it('prefers the nearer and the lead agency, passes over units that are away, and sends none twice', () => {
  const units = [
    unit('PORT-1', 'KSKP', 'truck', -6),
    unit('BPBD-1', 'BPBD', 'truck', -6.01),
    unit('DMK-1', 'DAMKAR', 'truck', -6.02),
    unit('DMK-2', 'DAMKAR', 'truck', -6.2),
  ];
  const choose = (away: readonly string[], needs: FleetUnit['kind'][][]): string[] =>
    chooseUnits(units, needs, [106, -6], TREE, ({ id, home }) =>
      away.includes(id) ? null : home,
    ).map(({ id }) => id);
  expect(choose([], [['truck']])).toEqual(['DMK-1']);
  expect(choose(['DMK-1'], [['truck']])).toEqual(['BPBD-1']);
  expect(choose([], [['truck'], ['truck'], ['truck'], ['truck']])).toEqual([
    'DMK-1',
    'BPBD-1',
    'DMK-2',
  ]);
});

it('sends another agency where those in charge have no such vehicle', () => {
  const units = [unit('DMK-1', 'DAMKAR', 'truck', -6), unit('PSC-1', 'PSC119', 'ambulance', -6.05)];
  expect(chooseUnits(units, [['ambulance']], [106, -6], TREE, ({ home }) => home)).toEqual([
    units[1],
  ]);
});

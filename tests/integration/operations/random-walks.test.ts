import { INCIDENT_MILESTONES, INCIDENT_STATES, type Incident } from '@shared/domain/incident';
import { findIncidentTransition } from '@shared/domain/incident-lifecycle';
import type { Unit } from '@shared/domain/unit';
import { COMMITTED_MEANINGS, mayUnitStatusFollow } from '@shared/domain/unit-lifecycle';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { AppError } from '../../../src/backend/errors';
import { dispatchUnits } from '../../../src/backend/operations/dispatch-units';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { readIncidentDetail } from '../../../src/backend/operations/read-incident-detail';
import { readUnit } from '../../../src/backend/operations/read-unit';
import { recordUnitStatus } from '../../../src/backend/operations/record-unit-status';
import { transitionIncident } from '../../../src/backend/operations/transition-incident';
import { createSeededRandom } from '../../stream/seeded-random';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';
import { buildTestCity, buildTestUnit } from '../../support/test-city';

const UNITS = ['UJI-1', 'UJI-2', 'UJI-3'];
const STEPS = 60;
const caller = callerAs();
let backend: TestBackend;
beforeAll(async () => {
  const units = UNITS.map((callSign) => buildTestUnit({ callSign }));
  backend = await openTestBackend(buildTestCity({ units }));
});
afterAll(() => backend.store.close());

/** @returns false where it was refused as a step that may not be taken; other errors are thrown */
async function isTaken(attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt;
    return true;
  } catch (error) {
    const { code } = error instanceof AppError ? error : { code: null };
    if (code === 'invalid_transition' || code === 'unit_not_available') return false;
    throw error;
  }
}

interface Scene {
  incident: Incident;
  units: Unit[];
  /** Units with an assignment that is not cleared, once for each. */
  assigned: string[];
}

async function look(incidentId: string): Promise<Scene> {
  const { incident, assignments } = await readIncidentDetail(backend, incidentId, {
    mayReveal: false,
  });
  return {
    incident,
    units: await Promise.all(UNITS.map((id) => readUnit(backend, id))),
    assigned: assignments.filter(({ clearedAt }) => clearedAt === null).map(({ unitId }) => unitId),
  };
}

/** What holds after any step, taken or refused. */
function checkStep(before: Scene, after: Scene): void {
  const { incident } = after;
  for (const milestone of INCIDENT_MILESTONES) {
    const written = before.incident.milestones[milestone];
    if (written !== null) expect(incident.milestones[milestone], milestone).toBe(written);
  }
  const times = INCIDENT_MILESTONES.map((name) => incident.milestones[name]).filter(
    (at) => at !== null,
  );
  expect(times).toEqual([...times].sort());
  if (before.incident.endedAt !== null) expect(incident).toEqual(before.incident);
  expect(new Set(after.assigned).size, 'one assignment a unit').toBe(after.assigned.length);
  for (const [i, unit] of after.units.entries()) {
    const { statusMeaning: from } = before.units[i] ?? unit;
    if (unit.statusMeaning !== from)
      expect(mayUnitStatusFollow(from, unit.statusMeaning), `${from} → ${unit.statusMeaning}`).toBe(
        true,
      );
    const isCommitted = COMMITTED_MEANINGS.some((meaning) => meaning === unit.statusMeaning);
    if (after.assigned.includes(unit.id)) expect(isCommitted, unit.id).toBe(true);
  }
}

it.each([11, 112, 1120])(
  'keeps both lifecycles on any walk through their tables (seed %i)',
  async (seed) => {
    const random = createSeededRandom(seed);
    let { id } = await openIncident(backend, { categoryCode: 'KBK' }, caller);
    let before = await look(id);
    for (let step = 0; step < STEPS; step += 1) {
      backend.clock.advance(random.integer(1, 90) * 1_000);
      const unitId = random.pick(UNITS) ?? '';
      const status = random.pick(backend.city.unitStatuses);
      const to = random.pick(INCIDENT_STATES);
      if (random.chance(0.25)) {
        await isTaken(dispatchUnits(backend, id, { unitIds: [unitId] }, caller));
      } else if (random.chance(0.6)) {
        await isTaken(
          recordUnitStatus(backend, unitId, { statusCode: status?.code ?? '' }, caller),
        );
      } else if (to !== undefined) {
        const { state } = before.incident;
        const isAllowed = findIncidentTransition(state, to)?.by.includes('supervisor') === true;
        const taken = await isTaken(transitionIncident(backend, id, { to }, caller));
        expect(taken, `${state} → ${to}`).toBe(isAllowed);
      }
      const after = await look(id);
      checkStep(before, after);
      before = after;
      // A walk that has come to its end goes on with another incident, the units as they stand.
      if (after.incident.endedAt !== null && after.assigned.length === 0) {
        ({ id } = await openIncident(backend, { categoryCode: 'KBK' }, caller));
        before = await look(id);
      }
    }
  },
  60_000,
);

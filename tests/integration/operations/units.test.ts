import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { dispatchUnits } from '../../../src/backend/operations/dispatch-units';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { readIncidentDetail } from '../../../src/backend/operations/read-incident-detail';
import { readUnit } from '../../../src/backend/operations/read-unit';
import { recordUnitStatus } from '../../../src/backend/operations/record-unit-status';
import { transitionIncident } from '../../../src/backend/operations/transition-incident';
import { readHead } from '../../../src/backend/store/change-log';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';
import { buildTestCity, buildTestUnit } from '../../support/test-city';

const caller = callerAs();
let backend: TestBackend;
let nextUnit = 0;
let incidentId: string;
/** A fresh unit for each test. */
let unitId: string;
beforeAll(async () => {
  const units = Array.from({ length: 40 }, (_, index) =>
    buildTestUnit({ callSign: `UJI-${index}` }),
  );
  backend = await openTestBackend(buildTestCity({ units }));
});
beforeEach(async () => {
  unitId = freshUnit();
  incidentId = (await openIncident(backend, { categoryCode: 'KBK' }, caller)).id;
});
afterAll(() => backend.store.close());

function freshUnit(): string {
  nextUnit += 1;
  return `UJI-${nextUnit}`;
}

/** A unit reports a status, some seconds after what it did before. */
function report(id: string, statusCode: string, at?: string) {
  backend.clock.advance(10_000);
  return recordUnitStatus(backend, id, { statusCode, ...(at !== undefined && { at }) }, caller);
}
const dispatch = (unitIds: string[]) => dispatchUnits(backend, incidentId, { unitIds }, caller);
const detail = () => readIncidentDetail(backend, incidentId, { mayReveal: false });

describe('dispatchUnits', () => {
  it('gives each unit an assignment and the city’s status, and moves the incident once', async () => {
    const second = freshUnit();
    await dispatch([unitId, second]);
    const { incident, assignments } = await detail();
    expect(incident).toMatchObject({ state: 'dispatched', version: 2 });
    expect(assignments.map((assignment) => assignment.unitId).sort()).toEqual(
      [unitId, second].sort(),
    );
    expect(await readUnit(backend, unitId)).toMatchObject({
      statusCode: 'TUGAS',
      statusMeaning: 'dispatched',
    });
  });

  it('sends all or none: one that is out of service keeps the others back', async () => {
    const broken = freshUnit();
    await report(broken, 'RUSAK');
    await expect(dispatch([unitId, broken])).rejects.toMatchObject({
      code: 'unit_not_available',
      details: { units: [{ unitId: broken, statusCode: 'RUSAK' }] },
    });
    expect(await readUnit(backend, unitId)).toMatchObject({ statusCode: 'SIAGA' });
    expect((await detail()).incident.state).toBe('received');
  });

  it('lets one of two incidents have a unit that both want at once', async () => {
    const other = (await openIncident(backend, { categoryCode: 'MED' }, caller)).id;
    const attempts = await Promise.allSettled(
      [incidentId, other].map((id) => dispatchUnits(backend, id, { unitIds: [unitId] }, caller)),
    );
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('sends a unit that is named twice once', async () => {
    await dispatch([unitId, unitId]);
    expect((await detail()).assignments).toHaveLength(1);
  });

  it('names the nearest call signs for one that does not exist', async () => {
    await expect(dispatch(['UJO-7'])).rejects.toThrow(/Nearest are UJI-7/);
  });

  it('adds units while work goes on, and none once it is resolved', async () => {
    await dispatch([unitId]);
    await report(unitId, 'LOKASI');
    await dispatch([freshUnit()]);
    expect((await detail()).incident.state).toBe('on_scene');
    await transitionIncident(backend, incidentId, { to: 'resolved' }, caller);
    await expect(dispatch([freshUnit()])).rejects.toMatchObject({ code: 'invalid_transition' });
  });
});

describe('recordUnitStatus', () => {
  it('writes each milestone of the assignment once and clears it on the way back', async () => {
    await dispatch([unitId]);
    for (const code of ['MENUJU', 'LOKASI', 'RUJUK', 'RS', 'KEMBALI']) await report(unitId, code);
    const [assignment] = (await detail()).assignments;
    const { dispatchedAt, enRouteAt, onSceneAt, transportingAt, atHospitalAt, clearedAt } =
      assignment ?? {};
    const times = [dispatchedAt, enRouteAt, onSceneAt, transportingAt, atHospitalAt, clearedAt];
    expect(times.every((at) => typeof at === 'string')).toBe(true);
    expect(times).toEqual([...times].sort());
    // Cleared: it may be sent again.
    await expect(dispatch([unitId])).resolves.toMatchObject({ replayed: false });
  });

  it('moves the incident with the first unit only', async () => {
    const second = freshUnit();
    await dispatch([unitId, second]);
    await report(unitId, 'MENUJU');
    await report(unitId, 'LOKASI');
    const { milestones, version } = (await detail()).incident;
    await report(second, 'MENUJU');
    await report(second, 'LOKASI');
    expect((await detail()).incident).toMatchObject({ state: 'on_scene', milestones, version });
  });

  it('moves no incident that is beyond it', async () => {
    await dispatch([unitId]);
    await transitionIncident(backend, incidentId, { to: 'cancelled' }, caller);
    await report(unitId, 'MENUJU');
    expect((await detail()).incident.state).toBe('cancelled');
    await report(unitId, 'SIAGA');
    expect((await detail()).assignments[0]?.clearedAt).not.toBeNull();
  });

  it('passes over steps that were not reported', async () => {
    await dispatch([unitId]);
    await report(unitId, 'LOKASI');
    const { incident, assignments } = await detail();
    expect(incident.milestones).toMatchObject({ enRouteAt: null, onSceneAt: expect.any(String) });
    expect(assignments[0]).toMatchObject({ enRouteAt: null });
  });

  it.each(['TUGAS', 'MENUJU', 'LOKASI'])(
    'refuses %s of a unit that is on no incident',
    async (code) => {
      await expect(report(unitId, code)).rejects.toMatchObject({ code: 'invalid_transition' });
    },
  );

  it('changes nothing for what the unit is already', async () => {
    await report(unitId, 'PATROLI');
    const before = await readHead(backend.store.db);
    expect(await report(unitId, 'PATROLI')).toEqual({
      id: unitId,
      seq: before.seq,
      replayed: true,
    });
    expect(await readHead(backend.store.db)).toEqual(before);
  });

  it('lays an SOS over any status and leaves the status’s time alone', async () => {
    const before = await readUnit(backend, unitId);
    backend.clock.advance(60_000);
    await recordUnitStatus(backend, unitId, { isSos: true }, caller);
    expect(await readUnit(backend, unitId)).toEqual({
      ...before,
      isSos: true,
      version: before.version + 1,
    });
  });

  it('refuses a time before the status it follows', async () => {
    await report(unitId, 'PATROLI');
    await expect(report(unitId, 'SIAGA', '2026-11-24T01:00:00.000Z')).rejects.toMatchObject({
      code: 'validation_failed',
      details: { notBefore: { name: 'status PATROLI since' } },
    });
  });
});

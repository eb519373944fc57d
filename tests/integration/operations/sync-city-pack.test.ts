import { afterAll, beforeAll, expect, it } from 'vitest';

import { dispatchUnits } from '../../../src/backend/operations/dispatch-units';
import { openIncident } from '../../../src/backend/operations/open-incident';
import { readIncidentDetail } from '../../../src/backend/operations/read-incident-detail';
import { recordUnitStatus } from '../../../src/backend/operations/record-unit-status';
import { syncCityPack } from '../../../src/backend/operations/sync-city-pack';
import { readHead } from '../../../src/backend/store/change-log';
import { readMeta } from '../../../src/backend/store/meta';
import { readUnits } from '../../../src/backend/store/units';
import { readChanges } from '../../support/read-changes';
import { callerAs, openTestBackend, type TestBackend } from '../../support/test-backend';
import { buildTestCity, buildTestUnit } from '../../support/test-city';

const caller = callerAs();
let backend: TestBackend;
let startSeq: number;
beforeAll(async () => {
  backend = await openTestBackend();
  startSeq = (await readHead(backend.store.db)).seq;
});
afterAll(() => backend.store.close());

it('registers the pack’s units in their initial status', async () => {
  expect(await readUnits(backend.store.db)).toMatchObject([
    { id: 'UJI-01', statusCode: 'SIAGA', statusMeaning: 'available_at_station', version: 1 },
    { id: 'UJI-02' },
    { id: 'UJI-03', agencyCode: 'psc' },
  ]);
});

it('changes nothing when the pack is the same', async () => {
  expect(await syncCityPack(backend, 'test-hash')).toEqual({ registered: 0, retired: 0 });
  expect((await readHead(backend.store.db)).seq).toBe(startSeq);
});

it('keeps a unit’s status when its other facts change, adds new ones and retires the missing', async () => {
  await recordUnitStatus(backend, 'UJI-01', { statusCode: 'PATROLI' }, caller);
  const { id: incidentId } = await openIncident(backend, { categoryCode: 'KBK' }, caller);
  await dispatchUnits(backend, incidentId, { unitIds: ['UJI-02'] }, caller);
  const before = await readHead(backend.store.db);

  const units = [
    buildTestUnit({ kind: 'command' }),
    buildTestUnit({ callSign: 'UJI-03', agencyCode: 'psc', kind: 'ambulance', crew: 3 }),
    buildTestUnit({ callSign: 'UJI-04' }),
  ];
  const changed = { ...backend, city: buildTestCity({ units }) };
  expect(await syncCityPack(changed, 'other-hash')).toEqual({ registered: 2, retired: 1 });

  const changes = await readChanges(backend.store.db, before.seq, 100);
  expect(changes.map(({ type }) => type)).toEqual([
    'unit.registered',
    'unit.registered',
    'assignment.cleared',
    'unit.retired',
  ]);
  expect(await readUnits(backend.store.db)).toMatchObject([
    { id: 'UJI-01', kind: 'command', statusCode: 'PATROLI', version: 3 },
    { id: 'UJI-03', version: 1 },
    { id: 'UJI-04', version: 1 },
  ]);
  expect(
    (await readIncidentDetail(backend, incidentId, { mayReveal: false })).assignments[0]?.clearedAt,
  ).not.toBeNull();
  expect((await readMeta(backend.store.db)).packHash).toBe('other-hash');
});

it('brings a retired unit back with a higher version', async () => {
  await syncCityPack(backend, 'test-hash');
  const units = await readUnits(backend.store.db);
  expect(units.find(({ id }) => id === 'UJI-02')).toMatchObject({
    statusCode: 'SIAGA',
    version: 3,
  });
});

it('gives a unit its initial status where the pack no longer has the one it is in', async () => {
  await recordUnitStatus(backend, 'UJI-03', { statusCode: 'ISTIRAHAT' }, caller);
  const { unitStatuses } = backend.city;
  const city = buildTestCity({
    unitStatuses: unitStatuses.filter(({ code }) => code !== 'ISTIRAHAT'),
  });
  await syncCityPack({ ...backend, city }, 'without-break');
  const units = await readUnits(backend.store.db);
  expect(units.find(({ id }) => id === 'UJI-03')).toMatchObject({ statusCode: 'SIAGA' });
});

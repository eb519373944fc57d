import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAreasInForce } from '../../../src/backend/areas/areas-in-force';
import { loadCityPack } from '../../../src/backend/city-pack/load-city-pack';
import {
  type ImportReport,
  importCalls,
  type Rejected,
} from '../../../src/backend/intake/import-calls';
import { loadImportProfile } from '../../../src/backend/intake/import-profile';
import { createPlaceFinder } from '../../../src/backend/intake/place-finder';
import { openRows } from '../../../src/backend/intake/read-rows';
import { recordNumbersOf } from '../../../src/backend/intake/record-numbers';
import { startBulkLoad } from '../../../src/backend/store/bulk-load';
import { listCalls } from '../../../src/backend/store/calls';
import { listIncidents } from '../../../src/backend/store/incidents';
import type { Store } from '../../../src/backend/store/open-store';
import { createFakeClock } from '../../support/fake-clock';
import { openTestStore } from '../../support/open-test-store';
import { readChanges } from '../../support/read-changes';

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const clock = createFakeClock('2026-11-24T02:00:00.000Z');
let store: Store;

beforeAll(async () => {
  store = await openTestStore(clock);
});
afterAll(() => store.close());

async function importMessyLog(): Promise<{ report: ImportReport; rejected: Rejected[] }> {
  const city = await loadCityPack(pathOf('../../../resources/cities/cilegon'));
  const profile = await loadImportProfile(pathOf('fixtures/messy-profile.json'), city);
  const rejected: Rejected[] = [];
  const load = startBulkLoad(
    { transact: store.transact, clock },
    {
      actor: { kind: 'importer', id: profile.source },
      source: profile.source,
      formatNumber: recordNumbersOf(city),
    },
  );
  const report = await importCalls({
    rows: await openRows(pathOf('fixtures/messy-log.csv'), profile),
    profile,
    city,
    load,
    places: createPlaceFinder(city, createAreasInForce(city, null)),
    now: clock.now(),
    onRejected: (row) => rejected.push(row),
    onProgress: () => undefined,
  });
  return { report, rejected };
}

describe('a messy log with BOM, CRLF, semicolons, decimal commas and quotes', () => {
  it('goes in where it can be believed, and says of every other row why it cannot', async () => {
    const { report, rejected } = await importMessyLog();
    expect(report).toEqual({
      read: 14,
      imported: 4,
      skipped: 1,
      rejected: 9,
      open: 2,
      byCategory: { KBK: 2, BJR: 1, PHN: 1 },
    });
    expect(rejected.map(({ line, reason }) => `${String(line)}: ${reason}`)).toEqual([
      '6: latitude and longitude seem to be swapped: latitude 106.019, longitude -6.0168',
      '7: unknown category "Piknik": add it to "categories" of the profile',
      '8: column "Waktu Lapor": "31 Februari 2024 09:00" is no date of the calendar',
      '9: column "Waktu Lapor": "5 Sep 2031 09:00" lies in the future',
      '10: closed before it was received: 5 Sep 2024 08:00',
      '12: column "No" is empty: without it a second run would import the row again',
      '13: 9 cells where the header has 10',
      '14: column "Waktu Lapor" is empty: when was it received?',
      '17: unknown agency "DINAS ANGIN": add it to "agencies" of the profile',
    ]);
  });

  it('keeps what the log says and numbers it by its own day', async () => {
    const { items } = await listIncidents(store.db, { state: 'all' }, { after: null, limit: 10 });
    const fire = items.find(({ provenance }) => provenance?.externalId === 'A-01');
    expect(fire).toMatchObject({
      number: '112-20240820-0001',
      state: 'closed',
      area: { kind: 'in_city', kecamatanCode: '36.72.05', kelurahanCode: '36.72.05.1003' },
      lngLat: [106.019, -6.0168],
      agencyCodes: ['DAMKAR'],
      endedAt: '2024-08-20T01:00:00.000Z',
    });
    expect(items.find(({ provenance }) => provenance?.externalId === 'A-11')).toMatchObject({
      state: 'forwarded',
      area: {
        kind: 'outside_city',
        kelurahanText: 'Desa Contoh',
        kecamatanText: 'Kecamatan Contoh',
      },
    });
    expect(items.find(({ provenance }) => provenance?.externalId === 'A-03')).toMatchObject({
      lngLat: null,
      area: { kind: 'in_city', kecamatanCode: '36.72.06', kelurahanCode: '36.72.06.1002' },
    });
    const calls = await listCalls(store.db, {}, { after: null, limit: 10 });
    expect(calls.items.map(({ type, incidentId }) => [type, incidentId !== null])).toEqual(
      Array.from({ length: 4 }, () => ['normal', true]),
    );
  });

  it('imports nothing twice, and tells clients of one import only', async () => {
    const { report } = await importMessyLog();
    expect(report).toMatchObject({
      read: 14,
      imported: 0,
      skipped: 5,
      rejected: 9,
      open: 0,
      byCategory: {},
    });
    const changes = await readChanges(store.db, 0, 100);
    expect(changes.map(({ type, data }) => ({ type, data }))).toMatchObject([
      {
        type: 'history.imported',
        data: { source: 'messy-log', calls: 4, incidents: 4, complaints: 0 },
      },
    ]);
  });
});

import type { FacilityKind } from '@shared/domain/facility';
import type { FacilityKindSummary } from '@shared/protocol/facilities';
import { expect, test, vi } from 'vitest';

import { fakeLiveClient } from '../app/testing/fake-live-client';
import type { MapApi } from '../live/map-api';
import { type ShownFacilities, syncFacilities } from './sync-facilities';

const imported = (kind: FacilityKind, importedAt: string): FacilityKindSummary => ({
  kind,
  count: 1,
  source: { title: 'Dinas Uji', file: 'uji.geojson', importedAt },
});
const EARLY = '2026-11-24T01:00:00.000Z';
const LATE = '2026-11-24T02:00:00.000Z';

function setUp(fetchFacilities: MapApi['fetchFacilities']) {
  const unused = () => Promise.reject(new Error('not asked for here'));
  const client = fakeLiveClient({
    state: { facilityKinds: [imported('hydrant', EARLY), imported('school', EARLY)] },
    mapApi: () => ({
      fetchFacilityKinds: unused,
      fetchNearestFacilities: unused,
      fetchBasemap: unused,
      fetchBasemapBytes: unused,
      fetchFacilities,
    }),
  });
  let shown: ReadonlyMap<FacilityKind, ShownFacilities> = new Map();
  const sync = syncFacilities(client, (next) => (shown = next));
  return { client, sync, kindOf: (kind: FacilityKind) => shown.get(kind)?.kind };
}

test('fetches a kind when it is shown, and forgets it when it is hidden', async () => {
  const fetchFacilities = vi.fn(() => Promise.resolve([]));
  const { sync, kindOf } = setUp(fetchFacilities);
  expect(fetchFacilities).not.toHaveBeenCalled();
  sync.show('hydrant', true);
  expect(kindOf('hydrant')).toBe('loading');
  await vi.waitFor(() => expect(kindOf('hydrant')).toBe('ready'));
  sync.show('hydrant', false);
  expect(kindOf('hydrant')).toBeUndefined();
  sync.dispose();
});

test('fetches again what another import replaced, and nothing else', async () => {
  const fetchFacilities = vi.fn(() => Promise.resolve([]));
  const { client, sync, kindOf } = setUp(fetchFacilities);
  sync.show('hydrant', true);
  await vi.waitFor(() => expect(kindOf('hydrant')).toBe('ready'));
  client.store.setState({ facilityKinds: [imported('hydrant', LATE), imported('school', LATE)] });
  // What was there stays while its successor is fetched.
  expect(kindOf('hydrant')).toBe('ready');
  expect(fetchFacilities).toHaveBeenCalledTimes(2);
  sync.dispose();
});

test('drops a kind that was taken away', async () => {
  const { client, sync, kindOf } = setUp(() => Promise.resolve([]));
  sync.show('hydrant', true);
  await vi.waitFor(() => expect(kindOf('hydrant')).toBe('ready'));
  client.store.setState({ facilityKinds: [imported('school', EARLY)] });
  expect(kindOf('hydrant')).toBeUndefined();
  sync.dispose();
});

test('says that a kind could not be fetched', async () => {
  const { sync, kindOf } = setUp(() => Promise.reject(new Error('away')));
  sync.show('school', true);
  await vi.waitFor(() => expect(kindOf('school')).toBe('failed'));
  sync.dispose();
});

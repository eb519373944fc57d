import type { FacilityKind } from '@shared/domain/facility';
import type { FacilityKindSummary } from '@shared/protocol/facilities';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { fakeLiveClient } from '../../app/testing/fake-live-client';
import { renderLive } from '../../app/testing/render-live';
import { sampleCity } from '../../app/testing/sample-city';
import type { MapApi } from '../../live/map-api';
import { NearestFacilities } from './nearest-facilities';

afterEach(cleanup);

const imported = (kind: FacilityKind): FacilityKindSummary => ({
  kind,
  count: 4,
  source: { title: 'Dinas Uji', file: 'uji.geojson', importedAt: '2026-11-24T01:00:00.000Z' },
});

function renderNearest(
  kinds: readonly FacilityKind[],
  fetchNearestFacilities: MapApi['fetchNearestFacilities'],
) {
  const unused = () => Promise.reject(new Error('not asked for here'));
  const client = fakeLiveClient({
    state: { city: sampleCity, facilityKinds: kinds.map(imported) },
    mapApi: () => ({
      fetchFacilityKinds: unused,
      fetchFacilities: unused,
      fetchBasemap: unused,
      fetchBasemapBytes: unused,
      fetchNearestFacilities,
    }),
  });
  const view = renderLive(client, <NearestFacilities lngLat={[106, -6]} />);
  return { client, view };
}

const found: MapApi['fetchNearestFacilities'] = ({ kind }) =>
  Promise.resolve([
    {
      facility: {
        id: `${kind}-1`,
        kind,
        name: kind === 'hydrant' ? null : `Contoh ${kind}`,
        geometry: { type: 'Point', coordinates: [106, -6] },
        lngLat: [106, -6],
        origin: { index: 1, featureId: null },
      },
      distanceMeters: kind === 'hydrant' ? 84 : 2_140,
    },
  ]);

it('names the nearest of each kind with its distance', async () => {
  renderNearest(['hospital', 'hydrant', 'school'], found);
  expect(await screen.findByText('tanpa nama · 80 m')).toBeTruthy();
  expect(screen.getByText('Contoh hospital · 2,1 km')).toBeTruthy();
  expect(screen.queryByText(/Contoh school/)).toBeNull();
});

it('is not there where nothing of the kinds has been imported, and comes when it is', async () => {
  const { client } = renderNearest(['school'], found);
  expect(screen.queryByText(/Fasilitas terdekat/)).toBeNull();
  act(() => client.store.setState({ facilityKinds: [imported('puskesmas')] }));
  expect(await screen.findByText('Contoh puskesmas · 2,1 km')).toBeTruthy();
});

it('says so when the nearest cannot be found', async () => {
  renderNearest(['hydrant'], () => Promise.reject(new Error('Tidak tersambung.')));
  expect(await screen.findByText('Fasilitas terdekat tidak dapat dihitung')).toBeTruthy();
});

import type { IncidentDetail } from '@shared/protocol/replies';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { fakeLiveClient, modelOf } from '../../app/testing/fake-live-client';
import { anIncident, milestones, minutesAgo } from '../../app/testing/records';
import { renderLive } from '../../app/testing/render-live';
import { sampleCity } from '../../app/testing/sample-city';
import { IncidentDetailPane } from './incident-detail';

afterEach(cleanup);

const incident = anIncident({
  id: '1',
  state: 'verified',
  milestones: milestones({ callReceivedAt: minutesAgo(4), verifiedAt: minutesAgo(3) }),
});

function detailWith(note: string): IncidentDetail {
  const actor = { kind: 'operator', id: 'meja-1' } as const;
  return {
    incident,
    assignments: [],
    notes: [{ id: 'n', incidentId: '1', text: note, recordedAt: minutesAgo(2), actor }],
    timeline: [
      { seq: 1, recordedAt: minutesAgo(4), actor, type: 'incident.opened', data: { incident } },
    ],
    caller: null,
  };
}

function renderPane(fetchIncident: () => Promise<IncidentDetail>) {
  const client = fakeLiveClient({
    state: { city: sampleCity, model: modelOf({ incidents: [incident] }) },
    fetchIncident,
  });
  renderLive(client, <IncidentDetailPane id="1" />);
  return client;
}

it('shows what is known at once and the rest when it comes', async () => {
  renderPane(() => Promise.resolve(detailWith('Pintu terkunci.')));
  expect(screen.getByRole('heading', { name: 'Kebakaran' })).toBeTruthy();
  expect(screen.getByText('+1 mnt')).toBeTruthy();
  expect(await screen.findByText('Pintu terkunci.')).toBeTruthy();
  expect(screen.getByText(/Kejadian baru: Kebakaran, Gerem · Grogol/)).toBeTruthy();
});

it('only the timeline fails when the server does not answer, and can be tried again', async () => {
  const fetchIncident = vi
    .fn<() => Promise<IncidentDetail>>()
    .mockRejectedValueOnce(new Error('Tidak tersambung.'))
    .mockResolvedValue(detailWith('Sudah aman.'));
  renderPane(fetchIncident);
  expect((await screen.findByRole('alert')).textContent).toContain('Tidak tersambung.');
  expect(screen.getByText('Tahapan')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Coba lagi' }));
  expect(await screen.findByText('Sudah aman.')).toBeTruthy();
});

it('fetches again when the incident changes, keeping what is shown until then', async () => {
  const fetchIncident = vi
    .fn<() => Promise<IncidentDetail>>()
    .mockResolvedValueOnce(detailWith('Catatan lama.'))
    .mockResolvedValue(detailWith('Catatan baru.'));
  const client = renderPane(fetchIncident);
  await screen.findByText('Catatan lama.');
  act(() =>
    client.store.setState({ model: modelOf({ incidents: [{ ...incident, version: 2 }] }) }),
  );
  expect(screen.getByText('Catatan lama.')).toBeTruthy();
  expect(await screen.findByText('Catatan baru.')).toBeTruthy();
  expect(fetchIncident).toHaveBeenCalledTimes(2);
});

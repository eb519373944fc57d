import type { Principal } from '@shared/domain/access';
import type { CallerSummary } from '@shared/protocol/caller-data';
import type { IncidentDetail } from '@shared/protocol/replies';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { fakeLiveClient, modelOf } from '../../app/testing/fake-live-client';
import { anIncident } from '../../app/testing/records';
import { renderLive } from '../../app/testing/render-live';
import { sampleCity } from '../../app/testing/sample-city';
import type { Http } from '../../live/http';
import { IncidentCaller } from './incident-caller';
import type { DetailState } from './use-incident-detail';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const incident = anIncident({ id: '1' });
const MASKED: CallerSummary = { hasName: true, maskedNumber: '0800•••••17', hasAddress: false };

function detailWith(caller: CallerSummary | null): DetailState {
  const detail: IncidentDetail = { incident, assignments: [], notes: [], timeline: [], caller };
  return { kind: 'ready', detail, isUpdating: false };
}

function renderCaller(
  caller: CallerSummary | null,
  principal: Principal = { role: 'operator', id: 'u' },
) {
  const ask = vi.fn(() =>
    Promise.resolve({
      data: { name: 'Pelapor Contoh 17', number: '08000000017', address: null, auditNumber: 4 },
    }),
  );
  const client = fakeLiveClient({
    state: { city: sampleCity, model: modelOf({ incidents: [incident] }) },
    // Only what the dialog asks is answered.
    http: () => ({ ask }) as unknown as Http,
  });
  renderLive(client, <IncidentCaller id="1" detail={detailWith(caller)} />, principal);
  return ask;
}

it('shows the caller masked, and revealed for a minute to whoever says why', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const ask = renderCaller(MASKED);
  expect(screen.getByText('0800•••••17')).toBeTruthy();
  expect(screen.queryByText('Pelapor Contoh 17')).toBeNull();

  fireEvent.click(screen.getByRole('button', { name: 'Buka data pelapor' }));
  const reason = await screen.findByLabelText('Alasan');
  const confirm = screen.getAllByRole('button', { name: 'Buka data pelapor' }).at(-1);
  fireEvent.change(reason, { target: { value: 'abc' } });
  expect(confirm).toHaveProperty('disabled', true);
  fireEvent.change(reason, { target: { value: 'Menelepon balik' } });
  if (confirm) fireEvent.click(confirm);

  expect(await screen.findByText('08000000017')).toBeTruthy();
  expect(ask).toHaveBeenCalledWith('/incidents/1/reveal', expect.anything(), {
    method: 'POST',
    body: { reason: 'Menelepon balik' },
    signal: expect.any(AbortSignal) as AbortSignal,
  });
  await act(() => vi.advanceTimersByTimeAsync(61_000));
  expect(screen.queryByText('08000000017')).toBeNull();
  expect(screen.getByText('0800•••••17')).toBeTruthy();
});

it('says to others why they may not, and sends nothing', () => {
  const ask = renderCaller(null, { role: 'opd', id: 'u', agencyCode: 'damkar' });
  expect(screen.getByText('Data pelapor hanya untuk ruang kendali.')).toBeTruthy();
  const button = screen.getByRole('button', { name: 'Buka data pelapor' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText(/Data pelapor dibuka oleh ruang kendali/)).toBeTruthy();
  fireEvent.click(button);
  expect(screen.queryByLabelText('Alasan')).toBeNull();
  expect(ask).not.toHaveBeenCalled();
});

it('says that nothing is known, or that it cannot be opened here', () => {
  renderCaller(null);
  expect(screen.getAllByText('Pelapor tidak tercatat.').length).toBeGreaterThan(0);
  cleanup();
  renderCaller({ hasName: false, maskedNumber: null, hasAddress: false });
  expect(screen.getByText(/tidak dapat dibuka di server ini/)).toBeTruthy();
});

import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { selectionStore } from '../live/selection';
import { fakeLiveClient, modelOf } from './testing/fake-live-client';
import { anIncident, milestones, minutesAgo } from './testing/records';
import { renderLive } from './testing/render-live';
import { sampleCity } from './testing/sample-city';
import { TodayFigures } from './today-figures';

afterEach(cleanup);

const startedAgo = (minutes: number) => milestones({ callReceivedAt: minutesAgo(minutes) });

function renderFigures() {
  const incidents = [
    anIncident({ id: '1', milestones: startedAgo(9) }),
    anIncident({ id: '2', categoryCode: 'MED', milestones: startedAgo(4) }),
    anIncident({
      id: '3',
      state: 'false_report',
      endedAt: minutesAgo(1),
      milestones: startedAgo(6),
    }),
  ];
  renderLive(
    fakeLiveClient({ state: { city: sampleCity, model: modelOf({ incidents }) } }),
    <TodayFigures />,
  );
}

it('opens a figure to its definition, n and what is left out, and to the records behind it', () => {
  renderFigures();
  const figure = screen.getByRole('button', { name: 'Darurat nyata 2' });
  expect(figure.getAttribute('aria-haspopup')).toBe('dialog');
  expect(figure.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(figure);
  expect(figure.getAttribute('aria-expanded')).toBe('true');
  const dialog = within(screen.getByRole('dialog', { name: 'Kejadian' }));
  expect(dialog.getByText(/menurut kategori/)).toBeTruthy();
  expect(dialog.getByText(/^Laporan palsu dan duplikat tidak dihitung/)).toBeTruthy();
  expect(dialog.getAllByRole('listitem').map((row) => row.textContent)).toEqual([
    expect.stringContaining('Darurat medis'),
    expect.stringContaining('Kebakaran'),
  ]);
  fireEvent.click(dialog.getByRole('button', { name: /Darurat medis/ }));
  expect(selectionStore.getState().selected).toEqual({ kind: 'incident', id: '2' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('closes with Esc', () => {
  renderFigures();
  fireEvent.click(screen.getByRole('button', { name: /Terbuka/ }));
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('counts what lacks a time with the share of those that were reached in time', () => {
  renderFigures();
  fireEvent.click(screen.getByRole('button', { name: /Tiba/ }));
  expect(screen.getByText(/Hari ini: 2 belum lengkap, 0 bertentangan/)).toBeTruthy();
});

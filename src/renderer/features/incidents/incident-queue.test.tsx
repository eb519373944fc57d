import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { fakeLiveClient, modelOf } from '../../app/testing/fake-live-client';
import { anAssignment, anIncident, milestones, minutesAgo } from '../../app/testing/records';
import { renderLive } from '../../app/testing/render-live';
import { sampleCity } from '../../app/testing/sample-city';
import { selectionStore } from '../../live/selection';
import { IncidentQueue } from './incident-queue';

// The test's DOM lays nothing out: the list is told that it has a desk's height.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(700);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(320);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const startedAgo = (minutes: number) => milestones({ callReceivedAt: minutesAgo(minutes) });
const INCIDENTS = [
  anIncident({ id: '1', priority: 'P3', milestones: startedAgo(400) }),
  anIncident({ id: '2', priority: 'P1', milestones: startedAgo(4), categoryCode: 'MED' }),
  anIncident({
    id: '3',
    priority: 'P2',
    milestones: startedAgo(9),
    area: { kind: 'outside_city', kelurahanText: 'Lenteng Timur', kecamatanText: 'Lenteng' },
  }),
];

function renderQueue(incidents = INCIDENTS) {
  const model = modelOf({
    incidents,
    assignments: [anAssignment({ id: 'a', incidentId: '2', unitId: 'PSC-01' })],
  });
  return renderLive(fakeLiveClient({ state: { city: sampleCity, model } }), <IncidentQueue />);
}

const rows = () => screen.queryAllByRole('option');
const words = () => rows().map((row) => row.textContent);
const press = (key: string) => fireEvent.keyDown(document.body, { key });
const cursor = () =>
  screen.getByRole('listbox').getAttribute('aria-activedescendant')?.replace('queue-', '');

describe('the queue', () => {
  it('puts the gravest on top and says what, where, in which state and for how long', () => {
    renderQueue();
    expect(words()).toEqual([
      expect.stringMatching(/^P1Darurat medis.*Gerem · Grogol.*Diterima.*04:00$/),
      expect.stringMatching(/^P2Kebakaran.*Luar kota: Lenteng Timur, Lenteng.*Diterima.*09:00$/),
      expect.stringMatching(/^P3Kebakaran.*Gerem · Grogol.*Diterima.*6:40:00$/),
    ]);
  });

  it('keeps the name of a row while its time runs, and describes it by that time', () => {
    renderQueue();
    const medical = screen.getByRole('option', {
      name: /^P1.*Darurat medis.*Gerem · Grogol.*Diterima/,
    });
    expect(screen.queryByRole('option', { name: /04:00/ })).toBeNull();
    const description = medical.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(description)?.textContent).toBe('04:00');
  });

  it('names the units on an incident, and says so where there are none', () => {
    renderQueue();
    const [medical, fire] = rows();
    expect(within(medical!).getByText('PSC-01')).toBeTruthy();
    expect(within(fire!).getByText('belum ada unit')).toBeTruthy();
  });

  it('selects by a click', () => {
    renderQueue();
    fireEvent.click(rows()[1]!);
    expect(selectionStore.getState().selected).toEqual({ kind: 'incident', id: '3' });
    expect(rows()[1]?.getAttribute('aria-selected')).toBe('true');
  });

  it('filters, and tells how many the filter hides when nothing is left', () => {
    renderQueue([INCIDENTS[0]!]);
    fireEvent.click(screen.getByLabelText('P1–P2'));
    expect(rows()).toHaveLength(0);
    expect(screen.getByText('1 kejadian terbuka lain tidak ditampilkan.')).toBeTruthy();
    fireEvent.click(screen.getByText('Tampilkan semua'));
    expect(rows()).toHaveLength(1);
  });

  it('says what will appear while it is empty', () => {
    renderQueue([]);
    expect(screen.getByText('Tidak ada kejadian terbuka')).toBeTruthy();
  });

  it('draws only a screenful of 200 open incidents', () => {
    renderQueue(Array.from({ length: 200 }, (_, index) => anIncident({ id: String(index + 1) })));
    expect(rows().length).toBeGreaterThan(0);
    expect(rows().length).toBeLessThan(40);
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('200');
  });
});

describe('the keyboard', () => {
  it('moves with J and K, stopping at the ends, and opens with Enter', () => {
    renderQueue();
    press('j');
    expect(cursor()).toBe('2');
    press('j');
    press('j');
    press('j');
    expect(cursor()).toBe('1');
    press('k');
    expect(cursor()).toBe('3');
    press('Enter');
    expect(selectionStore.getState().selected).toEqual({ kind: 'incident', id: '3' });
  });

  it('clears with Esc', () => {
    renderQueue();
    press('j');
    press('Enter');
    press('Escape');
    expect(selectionStore.getState().selected).toBeNull();
  });

  it('leaves the letters to whoever is typing', () => {
    renderQueue();
    const field = document.body.appendChild(document.createElement('textarea'));
    fireEvent.keyDown(field, { key: 'j' });
    expect(cursor()).toBeUndefined();
    field.remove();
  });
});

import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { fakeLiveClient, modelOf } from '../../app/testing/fake-live-client';
import { anIncident, milestones, minutesAgo } from '../../app/testing/records';
import { renderLive } from '../../app/testing/render-live';
import { sampleCity } from '../../app/testing/sample-city';
import { cardsThatFit, IncidentCards } from './incident-cards';

/** The test's DOM lays nothing out: whoever asks is told of a column 800 px high. */
class AtOnce implements ResizeObserver {
  readonly #tell: () => void;
  constructor(tell: ResizeObserverCallback) {
    this.#tell = () => tell([], this);
  }
  observe(): void {
    this.#tell();
  }
  unobserve(): void {
    // Nothing is watched.
  }
  disconnect(): void {
    // Nothing is watched.
  }
}

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', AtOnce);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(800);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const incidents = (count: number, fields = {}) =>
  Array.from({ length: count }, (_, index) => anIncident({ id: String(index + 1), ...fields }));

function renderCards(records: Parameters<typeof modelOf>[0], without: string | null = null) {
  const state = { city: sampleCity, model: modelOf(records) };
  renderLive(fakeLiveClient({ state }), <IncidentCards without={without} />);
}

describe('IncidentCards', () => {
  it('shows as many cards as fit whole and counts the others', () => {
    renderCards({ incidents: incidents(200) });
    expect(screen.getAllByRole('heading')).toHaveLength(5);
    expect(screen.getByText('+195 lainnya')).toBeTruthy();
  });

  it('leaves out the one that has a larger card already', () => {
    renderCards({ incidents: incidents(2) }, '1');
    expect(screen.getAllByRole('heading')).toHaveLength(1);
  });

  it('withholds what a sensitive incident is', () => {
    renderCards({ incidents: incidents(1, { categoryCode: 'MED' }) });
    expect(screen.getByText(/dirahasiakan/)).toBeTruthy();
    expect(screen.queryByText('Darurat medis')).toBeNull();
  });

  it('says since when nothing is open', () => {
    const ended = { state: 'closed', endedAt: minutesAgo(42) } as const;
    renderCards({ incidents: incidents(1, { ...ended, milestones: milestones({}) }) });
    expect(screen.getByText('Tidak ada kejadian terbuka')).toBeTruthy();
    expect(screen.getByText(/Sejak 13:24:23/)).toBeTruthy();
  });

  it('does not invent since when, where nothing has ended', () => {
    renderCards({ incidents: [] });
    expect(screen.getByText(/Tidak ada yang berakhir sejak kemarin/)).toBeTruthy();
  });
});

describe('cardsThatFit', () => {
  it.each([
    [3, 50, 3],
    [5, 43, 5],
    [6, 43, 4],
    [200, 0, 0],
  ])('of %i incidents in %i rem: %i', (count, heightRem, cards) =>
    expect(cardsThatFit(count, heightRem)).toBe(cards),
  );
});

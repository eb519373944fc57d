import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { LinkState } from '../live/model';
import { fakeLiveClient } from './testing/fake-live-client';
import { renderLive } from './testing/render-live';
import { useMapTurn } from './use-map-turn';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function Turn() {
  return <p>{useMapTurn() ? 'map' : 'waits'}</p>;
}

function open(link: LinkState) {
  const client = fakeLiveClient({ state: { link } });
  renderLive(client, <Turn />);
  return client;
}

it('is the map’s turn at once where there is no old picture to begin with', () => {
  open({ kind: 'live' });
  expect(screen.getByText('map')).toBeTruthy();
});

it('waits with an old picture until the backend answers', () => {
  const client = open({ kind: 'stale', sinceMs: 0 });
  expect(screen.getByText('waits')).toBeTruthy();
  act(() => client.store.setState({ link: { kind: 'catching_up' } }));
  expect(screen.getByText('map')).toBeTruthy();
});

it('does not wait for ever', () => {
  open({ kind: 'stale', sinceMs: 0 });
  act(() => void vi.advanceTimersByTime(8_000));
  expect(screen.getByText('map')).toBeTruthy();
});

it('does not wait in a window that has been open for a while', () => {
  vi.advanceTimersByTime(20_000);
  open({ kind: 'stale', sinceMs: 0 });
  expect(screen.getByText('map')).toBeTruthy();
});

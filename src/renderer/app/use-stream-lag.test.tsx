import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { aChange } from '../live/testing/records';
import { fakeLiveClient } from './testing/fake-live-client';
import { NOW_MS } from './testing/records';
import { renderLive } from './testing/render-live';
import { useStreamLag } from './use-stream-lag';

afterEach(cleanup);

const noted = (seq: number, agoMs: number) =>
  aChange(
    seq,
    { type: 'unit.retired', data: { unitId: 'DMK-01' } },
    new Date(NOW_MS - agoMs).toISOString(),
  );

function Lag() {
  const lagMs = useStreamLag();
  return <p>{lagMs === null ? 'unknown' : String(lagMs)}</p>;
}

it('measures what arrives while looking on, and not what had been missed', () => {
  const client = fakeLiveClient({ state: { link: { kind: 'stale', sinceMs: NOW_MS } } });
  renderLive(client, <Lag />);
  act(() => client.store.setState({ ticker: [noted(1, 60_000)], link: { kind: 'live' } }));
  expect(screen.getByText('unknown')).toBeTruthy();
  act(() => client.store.setState({ ticker: [noted(2, 120), noted(1, 60_000)] }));
  expect(screen.getByText('120')).toBeTruthy();
});

import type { KpiPeriod, KpiReport } from '@shared/protocol/kpi';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

import { fakeLiveClient, modelOf } from '../../app/testing/fake-live-client';
import { NOW_MS } from '../../app/testing/records';
import { renderLive } from '../../app/testing/render-live';
import type { LiveClient } from '../../live/model';
import { sampleReport } from './testing/sample-report';
import { useKpiReport } from './use-kpi-report';

const TODAY = '2026-11-24';
const WEEK: KpiPeriod = { from: '2026-11-18', to: TODAY };

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The hook's answer in words. */
function Probe({ period }: { period: KpiPeriod }) {
  const { state } = useKpiReport(period, TODAY);
  switch (state.kind) {
    case 'loading':
      return <p>loading</p>;
    case 'failed':
      return <p>failed: {state.fault.message}</p>;
    case 'ready': {
      const fault = state.fault === null ? '' : `, failed: ${state.fault.message}`;
      return <p>{`ready ${state.report.seq}${fault}`}</p>;
    }
  }
}

async function follow(fetchKpi: () => Promise<KpiReport>, period = WEEK) {
  const spy = vi.fn<LiveClient['fetchKpi']>(fetchKpi);
  const client = fakeLiveClient({ fetchKpi: spy, state: { model: modelOf({ seq: 40 }) } });
  const shown = createStore<{ period: KpiPeriod }>()(() => ({ period }));
  const Follower = () => <Probe period={useStore(shown, (state) => state.period)} />;
  renderLive(client, <Follower />);
  await settle();
  return {
    client,
    asked: () => spy.mock.calls.map(([asked]) => asked),
    show: (next: KpiPeriod) => act(() => shown.setState({ period: next })),
  };
}

const never = () => new Promise<KpiReport>(() => undefined);
/** Let what was asked be answered. */
const settle = (ms = 1) => act(() => vi.advanceTimersByTimeAsync(ms));
const move = (client: LiveClient, seq: number) =>
  act(() => client.store.setState({ model: modelOf({ seq }) }));

describe('following the stream', () => {
  it('asks again when something happened, at most every few seconds, and shows the old figures meanwhile', async () => {
    let seq = 40;
    const { client, asked } = await follow(() => Promise.resolve(sampleReport({ seq })));
    for (seq = 41; seq <= 45; seq += 1) move(client, seq);
    seq = 45;
    await settle(4_000);
    expect(asked()).toHaveLength(1);
    expect(screen.getByText('ready 40')).toBeTruthy();
    await settle(2_000);
    expect(asked()).toHaveLength(2);
    await settle(60_000);
    expect(asked()).toHaveLength(2);
  });

  it('leaves a slow server time for others', async () => {
    let seq = 40;
    const slowly = () =>
      new Promise<KpiReport>((answer) => setTimeout(() => answer(sampleReport({ seq })), 2_000));
    const { client, asked } = await follow(slowly);
    await settle(2_000);
    seq = 41;
    move(client, seq);
    await settle(17_000);
    expect(asked()).toHaveLength(1);
    await settle(2_000);
    expect(asked()).toHaveLength(2);
  });

  it('asks for a past period once', async () => {
    const past = { from: '2026-11-01', to: '2026-11-20' };
    const { client, asked } = await follow(() => Promise.resolve(sampleReport()), past);
    move(client, 99);
    await settle(60_000);
    expect(asked()).toEqual([past]);
  });

  it('keeps the figures when an update fails, and tries again by itself', async () => {
    const answers = [
      () => Promise.resolve(sampleReport()),
      () => Promise.reject(new Error('weg')),
      () => Promise.resolve(sampleReport({ seq: 41 })),
    ];
    const { client } = await follow(() => answers.shift()?.() ?? never());
    move(client, 41);
    await settle(6_000);
    expect(screen.getByText('ready 40, failed: weg')).toBeTruthy();
    await settle(6_000);
    expect(screen.getByText('ready 41')).toBeTruthy();
  });

  it('shows a period seen before at once', async () => {
    const { show } = await follow(() => Promise.resolve(sampleReport()));
    show({ from: '2026-11-24', to: '2026-11-24' });
    expect(screen.getByText('loading')).toBeTruthy();
    await settle();
    show(WEEK);
    expect(screen.getByText('ready 40')).toBeTruthy();
  });
});

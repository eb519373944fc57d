import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';

import type { LiveStoreState } from '../../live/model';
import { modelFromSnapshot } from '../../live/model-from-snapshot';
import { createManualScheduler } from '../../live/testing/manual-scheduler';
import { anIncident, aSnapshot, T0 } from '../../live/testing/records';
import { runWallShow } from './run-wall-show';
import { startShow, type WallPlan, type WallShow } from './wall-show';

const plan: WallPlan = {
  turns: [
    { scene: 'peta-langsung', dwellMs: 30_000 },
    { scene: 'status-unit', dwellMs: 30_000 },
  ],
  takeOverMs: 20_000,
};

function picture(...p1Ids: string[]): Pick<LiveStoreState, 'hello' | 'model'> {
  const incidents = p1Ids.map((id) => anIncident({ id, priority: 'P1' }));
  return {
    hello: {
      streamId: 'log',
      serverTime: T0,
      headSeq: 1,
      profile: 'empty',
      cityHash: 'c',
      serverVersion: '1',
    },
    model: modelFromSnapshot(aSnapshot({ incidents })),
  };
}

function run() {
  const scheduler = createManualScheduler(Date.parse(T0));
  const store = createStore<LiveStoreState>()(() => ({
    link: { kind: 'live' },
    city: null,
    ticker: [],
    facilityKinds: [],
    ...picture(),
  }));
  const seen: WallShow[] = [];
  const stop = runWallShow({
    client: { store, serverNowMs: scheduler.nowMs },
    plan,
    scheduler,
    from: startShow(0),
    tell: (show) => seen.push(show),
  });
  return { scheduler, store, stop, last: () => seen.at(-1) };
}

describe('runWallShow', () => {
  it('turns by the clock alone', () => {
    const { scheduler, last } = run();
    scheduler.advance(30_000);
    expect(last()?.turn).toBe(1);
    scheduler.advance(30_000);
    expect(last()?.turn).toBe(0);
  });

  it('gives a new P1 the wall and takes it back after its dwell', () => {
    const { scheduler, store, last } = run();
    scheduler.advance(35_000);
    store.setState(picture('new'));
    expect(last()).toMatchObject({ turn: 1, takeOver: { incidentId: 'new' } });
    scheduler.advance(20_000);
    expect(last()).toMatchObject({ turn: 1, takeOver: null });
  });

  it('leaves nothing scheduled behind', () => {
    const { scheduler, stop } = run();
    stop();
    expect(scheduler.pending()).toBe(0);
  });
});

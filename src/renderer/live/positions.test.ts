import type { PositionTuple } from '@shared/protocol/positions';
import { describe, expect, it, vi } from 'vitest';

import { createPositionStore } from './positions';
import { createManualScheduler } from './testing/manual-scheduler';

const at = (unitId: string, observedAtMs: number, lng = 106.05): PositionTuple => [
  unitId,
  lng,
  -6.01,
  90,
  12,
  observedAtMs,
];

function setUp() {
  const scheduler = createManualScheduler(0);
  const positions = createPositionStore(scheduler);
  const listener = vi.fn<(moved: ReadonlySet<string>) => void>();
  const unsubscribe = positions.subscribe(listener);
  return { scheduler, positions, listener, unsubscribe };
}

describe('position feed', () => {
  it('keeps the latest by the time of observation, whatever the order of arrival', () => {
    const { positions } = setUp();
    positions.push([at('DMK-01', 2_000, 106.02)]);
    positions.push([at('DMK-01', 1_000, 106.01), at('DMK-01', 2_000, 106.99)]);
    expect(positions.get('DMK-01')?.[1]).toBe(106.02);
  });

  it('tells once per frame which units moved', () => {
    const { scheduler, positions, listener } = setUp();
    positions.push([at('DMK-01', 1), at('PSC-01', 1)]);
    positions.push([at('DMK-01', 2)]);
    expect(listener).not.toHaveBeenCalled();
    scheduler.frame();
    expect(listener).toHaveBeenCalledExactlyOnceWith(new Set(['DMK-01', 'PSC-01']));
    scheduler.frame();
    expect(listener).toHaveBeenCalledOnce();
  });

  it('is silent about a report that changes nothing', () => {
    const { scheduler, positions, listener } = setUp();
    positions.push([at('DMK-01', 5)]);
    scheduler.frame();
    positions.push([at('DMK-01', 4)]);
    scheduler.frame();
    expect(listener).toHaveBeenCalledOnce();
  });

  it('tells that units are gone when it is cleared', () => {
    const { scheduler, positions, listener } = setUp();
    positions.push([at('DMK-01', 5)]);
    scheduler.frame();
    positions.clear();
    scheduler.frame();
    expect(positions.all().size).toBe(0);
    expect(listener).toHaveBeenLastCalledWith(new Set(['DMK-01']));
  });

  it('leaves those alone who have unsubscribed', () => {
    const { scheduler, positions, listener, unsubscribe } = setUp();
    unsubscribe();
    positions.push([at('DMK-01', 5)]);
    scheduler.frame();
    expect(listener).not.toHaveBeenCalled();
  });
});

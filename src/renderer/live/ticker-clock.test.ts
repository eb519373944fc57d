import { describe, expect, it, vi } from 'vitest';

import { createManualScheduler } from './testing/manual-scheduler';
import { createTickerClock } from './ticker-clock';

const START = 1_700_000_000_000;

describe('ticker clock', () => {
  it('ticks on the full second of the server, not of the first subscriber', () => {
    const scheduler = createManualScheduler(START + 300);
    const clock = createTickerClock(scheduler.nowMs, scheduler);
    const ticks: number[] = [];
    clock.subscribe(() => ticks.push(scheduler.nowMs()));
    scheduler.advance(2_000);
    expect(ticks).toEqual([START + 1_000, START + 2_000]);
  });

  it('shares one timer, and has none when nobody listens', () => {
    const scheduler = createManualScheduler(START);
    const clock = createTickerClock(scheduler.nowMs, scheduler);
    const undo = [clock.subscribe(vi.fn()), clock.subscribe(vi.fn())];
    expect(scheduler.pending()).toBe(1);
    for (const unsubscribe of undo) unsubscribe();
    expect(scheduler.pending()).toBe(0);
  });

  it('holds still between ticks, so that all readers see the same second', () => {
    const scheduler = createManualScheduler(START);
    const clock = createTickerClock(scheduler.nowMs, scheduler);
    clock.subscribe(vi.fn());
    scheduler.advance(999);
    expect(clock.secondMs()).toBe(START);
    scheduler.advance(1);
    expect(clock.secondMs()).toBe(START + 1_000);
  });

  it('keeps in step when the estimate of the server’s clock moves', () => {
    const scheduler = createManualScheduler(START);
    let offsetMs = 0;
    const clock = createTickerClock(() => scheduler.nowMs() + offsetMs, scheduler);
    const seconds: number[] = [];
    clock.subscribe(() => seconds.push(clock.secondMs()));
    offsetMs = 400;
    scheduler.advance(1_000);
    scheduler.advance(600);
    expect(seconds).toEqual([START + 1_000, START + 2_000]);
  });
});

import { describe, expect, it } from 'vitest';

import { createServerClock } from './server-clock';
import { createManualScheduler } from './testing/manual-scheduler';

const START = 1_700_000_000_000;

describe('server clock', () => {
  it('is this machine’s clock before anything was heard', () => {
    expect(createServerClock(createManualScheduler(START)).nowMs()).toBe(START);
  });

  it('believes the least delayed frame', () => {
    const scheduler = createManualScheduler(START);
    const clock = createServerClock(scheduler);
    const serverAheadMs = 5_000;
    for (const delayMs of [40, 3, 900, 20]) {
      scheduler.advance(1_000);
      clock.observe(scheduler.nowMs() + serverAheadMs - delayMs);
    }
    expect(clock.nowMs()).toBe(scheduler.nowMs() + serverAheadMs - 3);
  });

  it('forgets a frame after a minute, so that it follows drift', () => {
    const scheduler = createManualScheduler(START);
    const clock = createServerClock(scheduler);
    clock.observe(START + 100);
    for (let beat = 0; beat < 60; beat += 1) clock.observe(START - 50);
    expect(clock.nowMs()).toBe(START - 50);
  });

  it('runs on between frames', () => {
    const scheduler = createManualScheduler(START);
    const clock = createServerClock(scheduler);
    clock.observe(START + 7);
    scheduler.advance(250);
    expect(clock.nowMs()).toBe(START + 257);
  });
});

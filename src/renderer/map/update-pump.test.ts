import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createUpdatePump, type PumpTimer } from './update-pump';

const timer: PumpTimer = {
  nowMs: () => Date.now(),
  after: (delayMs, run) => {
    const handle = setTimeout(run, delayMs);
    return () => clearTimeout(handle);
  },
};

/** A `send` that takes the given time. Starts are rounded: a fake timer set within a tick fires 1 ms late. */
function slowSend(tookMs: number) {
  const startedAtMs: number[] = [];
  const send = (): Promise<void> => {
    startedAtMs.push(Math.round(Date.now() / 10) * 10);
    return new Promise((resolve) => {
      setTimeout(resolve, tookMs);
    });
  };
  return { send, startedAtMs };
}

describe('createUpdatePump', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('coalesces what is requested while a run is under way into one more run', async () => {
    const { send, startedAtMs } = slowSend(100);
    const pump = createUpdatePump(send, { minIntervalMs: 0, restFactor: 0, timer });
    pump.request();
    await vi.advanceTimersByTimeAsync(10);
    for (let i = 0; i < 5; i += 1) pump.request();
    await vi.advanceTimersByTimeAsync(500);
    expect(startedAtMs).toEqual([0, 100]);
  });

  it('rests in proportion to what a run took', async () => {
    const { send, startedAtMs } = slowSend(100);
    const pump = createUpdatePump(send, { minIntervalMs: 50, restFactor: 1, timer });
    pump.request();
    await vi.advanceTimersByTimeAsync(10);
    pump.request();
    await vi.advanceTimersByTimeAsync(500);
    expect(startedAtMs).toEqual([0, 200]);
  });

  it('keeps the shortest interval when runs are quick', async () => {
    const { send, startedAtMs } = slowSend(1);
    const pump = createUpdatePump(send, { minIntervalMs: 50, restFactor: 0, timer });
    pump.request();
    await vi.advanceTimersByTimeAsync(5);
    pump.request();
    await vi.advanceTimersByTimeAsync(100);
    expect(startedAtMs).toEqual([0, 50]);
  });

  it('goes on after a run that failed', async () => {
    let runs = 0;
    const pump = createUpdatePump(
      () => {
        runs += 1;
        return Promise.reject(new Error('worker gone'));
      },
      { minIntervalMs: 0, restFactor: 0, timer },
    );
    pump.request();
    await vi.advanceTimersByTimeAsync(5);
    pump.request();
    await vi.advanceTimersByTimeAsync(5);
    expect(runs).toBe(2);
  });

  it('does nothing after dispose', async () => {
    const { send, startedAtMs } = slowSend(1);
    const pump = createUpdatePump(send, { minIntervalMs: 0, restFactor: 0, timer });
    pump.request();
    pump.dispose();
    await vi.advanceTimersByTimeAsync(50);
    expect(startedAtMs).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createFakeClock, type FakeClock } from '../../../tests/support/fake-clock';
import { createHealthChecks } from './health-checks';

let clock: FakeClock;
let isLogReadable: boolean;
let isStopping: boolean;
let askStore: () => Promise<unknown>;
let asked: number;
let check: ReturnType<typeof createHealthChecks>;

beforeEach(() => {
  vi.useFakeTimers();
  clock = createFakeClock();
  isLogReadable = true;
  isStopping = false;
  asked = 0;
  askStore = async () => undefined;
  check = createHealthChecks({
    isLogReadable: () => isLogReadable,
    askStore: () => {
      asked += 1;
      return askStore();
    },
    isStopping: () => isStopping,
    clock,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

describe('createHealthChecks', () => {
  it('is ready when everything holds', async () => {
    expect(await check()).toEqual({ isReady: true, failing: {} });
  });

  it('names what fails, all of it', async () => {
    isLogReadable = false;
    isStopping = true;
    expect(await check()).toEqual({
      isReady: false,
      failing: {
        log: 'the change log could not be read for 3 s',
        running: 'the backend is stopping',
      },
    });
  });

  it('is not ready while the database refuses, and is again once it answers', async () => {
    askStore = () => Promise.reject(new Error('down'));
    expect((await check()).failing).toHaveProperty('store');
    askStore = async () => undefined;
    clock.advance(1_000);
    expect((await check()).isReady).toBe(true);
  });

  it('waits two seconds for a database that hangs, and asks it no second time meanwhile', async () => {
    askStore = never;
    const first = check();
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await first).failing).toHaveProperty('store');
    clock.advance(60_000);
    const second = check();
    await vi.advanceTimersByTimeAsync(0);
    expect((await second).isReady).toBe(false);
    expect(asked).toBe(1);
  });

  it('asks the database once a second, however many ask', async () => {
    await Promise.all([check(), check(), check()]);
    clock.advance(999);
    await check();
    expect(asked).toBe(1);
    clock.advance(1);
    await check();
    expect(asked).toBe(2);
  });

  it('believes no old answer after the clock was set back', async () => {
    await check();
    clock.advance(-3_600_000);
    askStore = () => Promise.reject(new Error('down'));
    expect((await check()).isReady).toBe(false);
  });
});

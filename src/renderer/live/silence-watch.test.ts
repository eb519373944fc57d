import { STALE_AFTER_MS } from '@shared/protocol/stream';
import { expect, it, vi } from 'vitest';

import { createSilenceWatch, DEAD_AFTER_MS, DEAD_TRY_AFTER_MS } from './silence-watch';
import { createManualScheduler } from './testing/manual-scheduler';

function setUp() {
  const scheduler = createManualScheduler(0);
  const onSilent = vi.fn();
  const onDead = vi.fn();
  return { scheduler, onSilent, onDead, watch: createSilenceWatch(scheduler, onSilent, onDead) };
}

it('calls a line silent, then dead', () => {
  const { scheduler, onSilent, onDead, watch } = setUp();
  watch.restart('heartbeat');
  scheduler.advance(STALE_AFTER_MS - 1);
  expect(onSilent).not.toHaveBeenCalled();
  scheduler.advance(1);
  expect(onSilent).toHaveBeenCalledOnce();
  expect(onDead).not.toHaveBeenCalled();
  scheduler.advance(DEAD_AFTER_MS - STALE_AFTER_MS);
  expect(onDead).toHaveBeenCalledOnce();
});

it('is content with a sound now and then', () => {
  const { scheduler, onSilent, watch } = setUp();
  for (let beat = 0; beat < 20; beat += 1) {
    watch.restart('heartbeat');
    scheduler.advance(STALE_AFTER_MS - 1);
  }
  expect(onSilent).not.toHaveBeenCalled();
});

it('leaves no timer behind', () => {
  const { scheduler, watch } = setUp();
  watch.restart('heartbeat');
  watch.stop();
  expect(scheduler.pending()).toBe(0);
});

it('is patient with a line that was greeted and may be busy with a snapshot', () => {
  const { scheduler, onDead, watch } = setUp();
  const waits = [1, 2, 4, 8, 16, 16].map((times) => times * DEAD_AFTER_MS);
  for (const [index, waitMs] of waits.entries()) {
    watch.restart('trying');
    watch.restart('greeting');
    scheduler.advance(waitMs - 1);
    expect(onDead).toHaveBeenCalledTimes(index);
    scheduler.advance(1);
    expect(onDead).toHaveBeenCalledTimes(index + 1);
  }
  watch.restart('heartbeat');
  watch.restart('greeting');
  scheduler.advance(DEAD_AFTER_MS);
  expect(onDead).toHaveBeenCalledTimes(waits.length + 1);
});

it('gives a try the time to end by itself', () => {
  const { scheduler, onDead, watch } = setUp();
  watch.restart('trying');
  scheduler.advance(DEAD_TRY_AFTER_MS - 1);
  expect(onDead).not.toHaveBeenCalled();
  scheduler.advance(1);
  expect(onDead).toHaveBeenCalledOnce();
});

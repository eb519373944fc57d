import { expect, it, vi } from 'vitest';

import { silentLog } from '../log';
import { runDemo } from './run-demo';

function fakeSimulator() {
  return { surge: vi.fn(), stop: vi.fn(() => Promise.resolve()) };
}

it('goes on at once where the past is whole, and stops the live city', async () => {
  const simulator = fakeSimulator();
  const abort = new AbortController();
  const running = runDemo(
    { log: silentLog, catchUp: null, startLive: () => simulator },
    abort.signal,
  );
  abort.abort();
  await running;
  expect(simulator.stop).toHaveBeenCalledOnce();
});

it('starts nothing when it is stopped before it has caught up', async () => {
  const catchUp = vi.fn(() => Promise.resolve());
  const startLive = vi.fn(fakeSimulator);
  const abort = new AbortController();
  const running = runDemo({ log: silentLog, catchUp, startLive }, abort.signal);
  abort.abort();
  await running;
  expect(catchUp).not.toHaveBeenCalled();
  expect(startLive).not.toHaveBeenCalled();
});

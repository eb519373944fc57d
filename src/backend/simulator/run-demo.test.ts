import { expect, it, vi } from 'vitest';

import { silentLog } from '../log';
import { runDemo } from './run-demo';

function fakeSimulator() {
  return { surge: vi.fn(), stop: vi.fn(() => Promise.resolve()) };
}

it('goes on at once where the past is whole, and stops the live city', async () => {
  const simulator = fakeSimulator();
  const stop = runDemo({ log: silentLog, catchUp: null, startLive: () => simulator });
  await stop();
  expect(simulator.stop).toHaveBeenCalledOnce();
});

it('starts nothing when it is stopped before it has caught up', async () => {
  const catchUp = vi.fn(() => Promise.resolve());
  const startLive = vi.fn(fakeSimulator);
  await runDemo({ log: silentLog, catchUp, startLive })();
  expect(catchUp).not.toHaveBeenCalled();
  expect(startLive).not.toHaveBeenCalled();
});

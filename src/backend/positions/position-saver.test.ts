import type { PositionTuple } from '@shared/protocol/positions';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { silentLog } from '../log';
import { startPositionSaver } from './position-saver';

const position: PositionTuple = ['DMK-01', 106, -6, null, null, 1];
let unsaved: PositionTuple[];
const hub = {
  takeUnsaved: () => unsaved.splice(0),
  returnUnsaved: (positions: readonly PositionTuple[]) => void unsaved.push(...positions),
};

beforeEach(() => {
  vi.useFakeTimers();
  unsaved = [];
});
afterEach(() => {
  vi.useRealTimers();
});

it('writes the moved units every five seconds, and nothing when none moved', async () => {
  const save = vi.fn(() => Promise.resolve());
  const saver = startPositionSaver({ hub, save, log: silentLog });
  unsaved.push(position);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(save.mock.calls).toEqual([[[position]]]);
  await saver.stop();
});

it('tries again what failed', async () => {
  const save = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new Error('disk full'));
  const saver = startPositionSaver({ hub, save, log: silentLog });
  unsaved.push(position);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(save).toHaveBeenCalledTimes(2);
  expect(unsaved).toEqual([]);
  await saver.stop();
});

it('saves the rest when it stops', async () => {
  const save = vi.fn(() => Promise.resolve());
  const saver = startPositionSaver({ hub, save, log: silentLog });
  unsaved.push(position);
  await saver.stop();
  expect(save).toHaveBeenCalledTimes(1);
});

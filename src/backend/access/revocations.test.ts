import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createFakeClock } from '../../../tests/support/fake-clock';
import { silentLog } from '../log';
import { startRevocations } from './revocations';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function start(read: () => Promise<string[]>) {
  const clock = createFakeClock();
  const revocations = await startRevocations({ read, clock, log: silentLog });
  const heard: string[] = [];
  revocations.subscribe((ids) => void heard.push(...ids));
  return { clock, revocations, heard };
}

test('what another node revoked is known within two seconds, and told once', async () => {
  let revoked: string[] = [];
  const { revocations, heard } = await start(() => Promise.resolve(revoked));
  revoked = ['session-1'];
  await vi.advanceTimersByTimeAsync(1_000);
  expect(revocations.isRevoked('session-1')).toBe(true);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heard).toEqual(['session-1']);
  revocations.stop();
});

test('what was revoked here is known at once, and still when the database does not answer', async () => {
  const { revocations, heard } = await start(() => Promise.resolve([]));
  revocations.announce(['session-2']);
  expect(heard).toEqual(['session-2']);
  expect(revocations.isRevoked('session-2')).toBe(true);
  revocations.stop();

  const failing = await start(() => Promise.reject(new Error('down')));
  failing.revocations.announce(['session-3']);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(failing.revocations.isRevoked('session-3')).toBe(true);
  failing.revocations.stop();
});

test('is forgotten when no token of it can be good any more', async () => {
  const { clock, revocations } = await start(() => Promise.resolve([]));
  revocations.announce(['session-4']);
  clock.advance(16 * 60_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(revocations.isRevoked('session-4')).toBe(false);
  revocations.stop();
});

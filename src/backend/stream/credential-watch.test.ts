import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createFakeClock } from '../../../tests/support/fake-clock';
import { PRINCIPALS } from '../../../tests/support/principals';
import { createAccessList } from '../access/access-list';
import { machineIdentity } from '../access/identity';
import { type Holder, renewedIdentity, watchCredentials } from './credential-watch';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const clock = createFakeClock();
  const revoked = new Set<string>();
  let tell: () => void = () => undefined;
  const watch = watchCredentials({
    clock,
    revocations: {
      isRevoked: (id) => revoked.has(id),
      subscribe: (listener) => {
        tell = () => listener([...revoked]);
        return () => undefined;
      },
    },
  });
  const revoke = (id: string) => {
    revoked.add(id);
    tell();
  };
  return { clock, watch, revoke, revoked };
}
const holder = (credentialId: string, expiresAtMs: number | null) => ({
  identity: { ...machineIdentity(PRINCIPALS.operator), credentialId, expiresAtMs },
  end: vi.fn<Holder['end']>(),
});

test('a socket ends when its session is revoked, and no other', () => {
  const { watch, revoke } = start();
  const [mine, other] = [holder('a', null), holder('b', null)];
  watch.follow(mine);
  watch.follow(other);
  revoke('a');
  expect(mine.end).toHaveBeenCalledWith('revoked');
  expect(other.end).not.toHaveBeenCalled();
  watch.stop();
});

test('one that was revoked between handshake and greeting ends too', () => {
  const { watch, revoked } = start();
  revoked.add('a');
  const late = holder('a', null);
  watch.follow(late);
  expect(late.end).toHaveBeenCalledWith('revoked');
  watch.stop();
});

test('a socket ends soon after its token ran out, unless it brought a newer one', async () => {
  const { watch, clock } = start();
  const [lazy, renewed] = [holder('a', clock.nowMs() + 1_000), holder('b', clock.nowMs() + 1_000)];
  watch.follow(lazy);
  watch.follow(renewed);
  renewed.identity = { ...renewed.identity, expiresAtMs: clock.nowMs() + 600_000 };
  clock.advance(10_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lazy.end).not.toHaveBeenCalled();
  clock.advance(10_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lazy.end).toHaveBeenCalledWith('expired');
  expect(renewed.end).not.toHaveBeenCalled();
  watch.stop();
});

test('goes on with a newer token of the same account in the same audience alone', async () => {
  const opd = (agencyCode: string) => machineIdentity({ role: 'opd', id: 'user-opd', agencyCode });
  const access = createAccessList([
    { token: 'same', identity: opd('damkar') },
    { token: 'moved', identity: opd('psc') },
    { token: 'other', identity: machineIdentity(PRINCIPALS.operator) },
  ]);
  const now = opd('damkar');
  expect(await renewedIdentity(access, now, 'same')).toEqual(opd('damkar'));
  for (const token of ['moved', 'other', 'unknown'])
    expect(await renewedIdentity(access, now, token)).toBeNull();
});

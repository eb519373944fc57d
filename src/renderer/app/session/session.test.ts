import type { SessionState, SessionTokens } from '@shared/protocol/session';
import { expect, it, vi } from 'vitest';

import { ApiError } from '../../live/api-error';
import type { LiveClient } from '../../live/model';
import type { SessionApi } from '../../live/session-api';
import { createManualScheduler } from '../../live/testing/manual-scheduler';
import type { BackendAccess } from '../backend-source';
import { fakeLiveClient } from '../testing/fake-live-client';
import type { KeptSession } from './kept-session';
import { type SessionOptions, startSession } from './session';

const URL_A = 'http://127.0.0.1:1120';
const SUPERVISOR: SessionState = {
  kind: 'signed_in',
  principal: { role: 'supervisor', id: 'window' },
  displayName: 'window',
  mayChooseDemoRole: true,
};
const refused = (details?: unknown) => new ApiError('unauthorized', 'no', 'r-1', details);

function tokensOf(principal: SessionTokens['principal'], refreshToken: string): SessionTokens {
  return {
    accessToken: `access of ${refreshToken}`,
    refreshToken,
    expiresAt: new Date(10 * 60_000).toISOString(),
    principal,
    displayName: 'Nama Contoh',
  };
}

function start(given: {
  api?: Partial<SessionApi>;
  kept?: KeptSession;
  options?: Partial<SessionOptions>;
}) {
  let tell: (access: BackendAccess) => void = () => undefined;
  const connect = vi.fn<LiveClient['connect']>();
  const forget = vi.fn();
  const stop = vi.fn();
  const scheduler = createManualScheduler(0);
  const kept = new Map<string, KeptSession>();
  if (given.kept !== undefined) kept.set(given.kept.kind, given.kept);
  const api: SessionApi = {
    readState: () => Promise.resolve(SUPERVISOR),
    signIn: () => Promise.reject(refused()),
    createFirstAdmin: () => Promise.reject(refused()),
    refresh: () => Promise.reject(refused()),
    lookAs: () => Promise.reject(refused()),
    signOut: () => Promise.resolve(),
    ...given.api,
  };
  const onPictureDropped = vi.fn();
  const session = startSession({
    source: {
      subscribe: (listener) => {
        tell = listener;
        return () => {
          tell = () => undefined;
        };
      },
    },
    client: { ...fakeLiveClient({ nowMs: () => scheduler.nowMs() }), connect, forget, stop },
    api: () => api,
    enrolmentApi: () => ({
      begin: () => Promise.reject(refused()),
      claim: () => Promise.reject(refused()),
    }),
    shelf: {
      load: (kinds) => kinds.map((kind) => kept.get(kind)).find((one) => one !== undefined) ?? null,
      keep: (one) => void kept.set(one.kind, one),
      clear: (kind) => void kept.delete(kind),
    },
    shownTo: null,
    purpose: null,
    onPictureDropped,
    onArrival: () => undefined,
    scheduler,
    random: () => 0,
    ...given.options,
  });
  return {
    session,
    connect,
    forget,
    stop,
    scheduler,
    kept,
    onPictureDropped,
    tell: (access: BackendAccess) => tell(access),
    gate: () => session.store.getState().gate,
  };
}

const ready = (token: string | null): BackendAccess => ({ kind: 'ready', url: URL_A, token });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

it('asks who this window is once the backend is ready, and connects by the machine’s own token', async () => {
  const { connect, tell, gate, session } = start({});
  tell({ kind: 'starting', phase: 'history', progress: 0.4 });
  expect(session.store.getState().access).toMatchObject({ phase: 'history', progress: 0.4 });
  expect(connect).not.toHaveBeenCalled();
  tell(ready('a'));
  await settled();
  expect(gate()).toMatchObject({
    kind: 'open',
    who: { by: 'machine', principal: { id: 'window' } },
  });
  expect(connect.mock.lastCall?.[0].credentials.token()).toBe('a');
});

it('asks again while nobody answers, and leaves the picture where it is', async () => {
  let isUp = false;
  const { tell, gate, scheduler, forget } = start({
    api: {
      readState: () =>
        isUp
          ? Promise.resolve(SUPERVISOR)
          : Promise.reject(new ApiError('unavailable', 'nobody', null)),
    },
  });
  tell(ready('a'));
  await settled();
  expect(gate().kind).toBe('asking');
  expect(forget).not.toHaveBeenCalled();
  isUp = true;
  scheduler.advance(5_000);
  await settled();
  expect(gate().kind).toBe('open');
});

it.each([
  ['sign_in_needed', 'sign_in'],
  ['first_admin_needed', 'first_admin'],
] as const)('shows no picture where the server says %s', async (kind, wanted) => {
  const { tell, gate, forget, onPictureDropped, connect } = start({
    api: { readState: () => Promise.resolve({ kind }) },
  });
  tell(ready('a'));
  await settled();
  expect(gate().kind).toBe(wanted);
  expect(forget).toHaveBeenCalled();
  expect(onPictureDropped).toHaveBeenCalled();
  expect(connect).not.toHaveBeenCalled();
});

it('keeps a person’s session for this window, and finds it again after a reload', async () => {
  const first = start({
    api: {
      readState: () => Promise.resolve({ kind: 'sign_in_needed' }),
      signIn: () => Promise.resolve(tokensOf({ role: 'operator', id: 'user-7' }, 'r1')),
    },
  });
  first.tell(ready(null));
  await settled();
  await first.session.signIn({ username: 'contoh', password: 'x' });
  expect(first.gate()).toMatchObject({ kind: 'open', who: { by: 'person' } });
  const kept = first.kept.get('person');
  expect(kept).toEqual({ kind: 'person', id: 'user-7', refreshToken: 'r1' });

  const again = start({
    ...(kept !== undefined && { kept }),
    api: { refresh: () => Promise.resolve(tokensOf({ role: 'operator', id: 'user-7' }, 'r2')) },
  });
  again.tell(ready(null));
  await settled();
  expect(again.gate()).toMatchObject({ kind: 'open', who: { principal: { id: 'user-7' } } });
  expect(again.kept.get('person')).toMatchObject({ refreshToken: 'r2' });
});

it.each([
  [undefined, 'ended'],
  [{ reason: 'disabled' }, 'disabled'],
] as const)(
  'takes the picture away when the session is over (%j), and says why',
  async (details, notice) => {
    const { tell, gate, session, connect, forget, kept } = start({
      api: {
        readState: () => Promise.resolve({ kind: 'sign_in_needed' }),
        signIn: () => Promise.resolve(tokensOf({ role: 'operator', id: 'user-7' }, 'r1')),
        refresh: () => Promise.reject(refused(details)),
      },
    });
    tell(ready(null));
    await settled();
    await session.signIn({ username: 'contoh', password: 'x' });
    const credentials = connect.mock.lastCall?.[0].credentials;
    forget.mockClear();
    expect(await credentials?.renew(credentials.token())).toBe('refused');
    expect(gate()).toEqual({ kind: 'sign_in', notice });
    expect(forget).toHaveBeenCalledOnce();
    expect(kept.size).toBe(0);
  },
);

it('signs out here at once, whatever the server answers', async () => {
  const signOut = vi.fn(() => Promise.reject(new ApiError('unavailable', 'nobody', null)));
  const { tell, gate, session, forget, kept } = start({
    api: {
      readState: () => Promise.resolve({ kind: 'sign_in_needed' }),
      signIn: () => Promise.resolve(tokensOf({ role: 'operator', id: 'user-7' }, 'r1')),
      signOut,
    },
  });
  tell(ready(null));
  await settled();
  await session.signIn({ username: 'contoh', password: 'x' });
  forget.mockClear();
  session.signOut();
  expect(gate()).toEqual({ kind: 'sign_in', notice: 'signed_out' });
  expect(forget).toHaveBeenCalledOnce();
  expect(kept.size).toBe(0);
  expect(signOut).toHaveBeenCalledWith('access of r1');
});

it('drops the picture when another audience looks, and not when the same one does', async () => {
  const { tell, session, forget } = start({
    api: {
      lookAs: (choice) =>
        Promise.resolve({
          ...tokensOf({ role: choice.role as 'operator', id: 'demo' }, 'd1'),
          refreshToken: null,
        }),
    },
  });
  tell(ready('a'));
  await settled();
  await session.lookAs({ role: 'operator' });
  expect(forget).not.toHaveBeenCalled();
  await session.lookAs({ role: 'executive' });
  expect(forget).toHaveBeenCalledOnce();
});

it('shows a code on a wall that nobody has vouched for, and a picture where somebody is signed in', async () => {
  const wall = start({
    api: { readState: () => Promise.resolve({ kind: 'sign_in_needed' }) },
    options: { purpose: 'wall' },
  });
  wall.tell(ready(null));
  await settled();
  expect(wall.gate().kind).toBe('enrol');
  wall.session.enrol(tokensOf({ role: 'display', id: 'display-1', displayClass: 'room' }, 'r1'));
  expect(wall.gate()).toMatchObject({ kind: 'open', who: { by: 'display' } });
  expect(wall.kept.get('display')).toMatchObject({ id: 'display-1', refreshToken: 'r1' });

  const demo = start({ options: { purpose: 'wall' } });
  demo.tell(ready('a'));
  await settled();
  expect(demo.gate().kind).toBe('open');
});

it('keeps client, session and picture when the backend comes back elsewhere', async () => {
  const { tell, session, connect, forget, stop } = start({
    api: {
      readState: () => Promise.resolve({ kind: 'sign_in_needed' }),
      signIn: () => Promise.resolve(tokensOf({ role: 'operator', id: 'user-7' }, 'r1')),
    },
  });
  tell(ready(null));
  await settled();
  await session.signIn({ username: 'contoh', password: 'x' });
  forget.mockClear();
  tell({ kind: 'failed', reason: 'it ended', retryAtMs: 1 });
  tell({ kind: 'ready', url: 'http://127.0.0.1:1121', token: null });
  expect(connect.mock.lastCall?.[0].url).toBe('http://127.0.0.1:1121');
  expect(forget).not.toHaveBeenCalled();
  expect(stop).not.toHaveBeenCalled();
});

it('lets go of backend and client when stopped', async () => {
  const { session, connect, stop, tell } = start({});
  session.stop();
  tell(ready('a'));
  await settled();
  expect(connect).not.toHaveBeenCalled();
  expect(stop).toHaveBeenCalledOnce();
});

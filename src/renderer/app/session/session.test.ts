import { expect, it, vi } from 'vitest';

import type { LiveClient } from '../live/model';
import type { BackendAccess } from './backend-source';
import { startSession } from './session';
import { fakeLiveClient } from './testing/fake-live-client';

function start() {
  let tell: (access: BackendAccess) => void = () => undefined;
  const connect = vi.fn<LiveClient['connect']>();
  const stop = vi.fn<LiveClient['stop']>();
  const source = {
    subscribe: (listener: typeof tell) => {
      tell = listener;
      return () => {
        tell = () => undefined;
      };
    },
  };
  const session = startSession(source, { ...fakeLiveClient(), connect, stop });
  return { session, connect, stop, tell: (access: BackendAccess) => tell(access) };
}

const ready = (token: string): BackendAccess => ({
  kind: 'ready',
  url: 'http://127.0.0.1:1120',
  token,
});

it('connects once the backend is ready, and not before', () => {
  const { session, connect, tell } = start();
  tell({ kind: 'starting', phase: 'history', progress: 0.4 });
  expect(connect).not.toHaveBeenCalled();
  expect(session.access.getState().access).toMatchObject({ phase: 'history', progress: 0.4 });
  tell(ready('a'));
  expect(connect).toHaveBeenCalledWith({ url: 'http://127.0.0.1:1120', token: 'a' });
});

it('keeps the same client, and so the picture, when the backend comes back elsewhere', () => {
  const { session, connect, stop, tell } = start();
  const { client } = session;
  tell(ready('a'));
  tell({ kind: 'failed', reason: 'it ended', retryAtMs: 1 });
  tell(ready('b'));
  expect(session.client).toBe(client);
  expect(stop).not.toHaveBeenCalled();
  expect(connect).toHaveBeenLastCalledWith({ url: 'http://127.0.0.1:1120', token: 'b' });
});

it('lets go of backend and client when stopped', () => {
  const { session, connect, stop, tell } = start();
  session.stop();
  tell(ready('a'));
  expect(connect).not.toHaveBeenCalled();
  expect(stop).toHaveBeenCalledOnce();
});

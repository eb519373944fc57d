import { expect, it, vi } from 'vitest';

import type { LiveClient } from '../live/model';
import type { BackendAccess } from './backend-source';
import { startSession } from './session';
import { fakeLiveClient } from './testing/fake-live-client';

function start() {
  let tell: (access: BackendAccess) => void = () => undefined;
  const clients: {
    client: LiveClient;
    token: string;
    takeOver: LiveClient | undefined;
    onStart: () => void;
    onStop: () => void;
  }[] = [];
  const session = startSession(
    {
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    ({ token }, takeOver) => {
      const [onStart, onStop] = [vi.fn<() => void>(), vi.fn<() => void>()];
      const client = { ...fakeLiveClient(), start: onStart, stop: onStop };
      clients.push({ client, token, takeOver, onStart, onStop });
      return client;
    },
  );
  return { session, clients, tell: (access: BackendAccess) => tell(access) };
}

const ready = (token: string): BackendAccess => ({
  kind: 'ready',
  url: 'http://127.0.0.1:1120',
  token,
});

it('connects once the backend is ready', () => {
  const { session, clients, tell } = start();
  tell({ kind: 'starting', phase: 'history', progress: 0.4 });
  expect(session.store.getState().client).toBeNull();
  tell(ready('a'));
  expect(session.store.getState().client).toBe(clients[0]?.client);
  expect(clients[0]?.onStart).toHaveBeenCalledOnce();
});

it('keeps the client, and so the picture, while the backend starts again', () => {
  const { session, clients, tell } = start();
  tell(ready('a'));
  tell({ kind: 'starting', phase: 'database', progress: null });
  tell(ready('a'));
  expect(clients).toHaveLength(1);
  expect(session.store.getState().client).toBe(clients[0]?.client);
});

it('hands the last picture on when the backend comes back with another token', () => {
  const { clients, tell } = start();
  tell(ready('a'));
  tell(ready('b'));
  expect(clients[0]?.onStop).toHaveBeenCalledOnce();
  expect(clients[1]).toMatchObject({ token: 'b', takeOver: clients[0]?.client });
});

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LiveClient } from '../live/model';
import type { BackendAccess, BackendSource } from './backend-source';

export interface SessionState {
  access: BackendAccess;
  /** Null until the backend was ready for the first time; never null again after. */
  client: LiveClient | null;
}

export type Connect = (
  backend: { url: string; token: string },
  takeOver: LiveClient | undefined,
) => LiveClient;

export interface Session {
  store: StoreApi<SessionState>;
  stop(): void;
}

/**
 * Follow the backend and keep one live client on it. A backend that comes back at another address or
 * with another token gets a new client, which takes the last picture over: the screen never goes blank.
 */
export function startSession(source: BackendSource, connect: Connect): Session {
  const store = createStore<SessionState>()(() => ({
    access: { kind: 'starting', phase: 'launching', progress: null },
    client: null,
  }));
  let address: string | null = null;

  const unsubscribe = source.subscribe((access) => {
    if (access.kind !== 'ready') {
      store.setState({ access });
      return;
    }
    const { url, token } = access;
    const nextAddress = `${url} ${token}`;
    if (nextAddress === address) {
      store.setState({ access });
      return;
    }
    address = nextAddress;
    const former = store.getState().client;
    former?.stop();
    const client = connect({ url, token }, former ?? undefined);
    store.setState({ access, client });
    client.start();
  });

  return {
    store,
    stop: () => {
      unsubscribe();
      store.getState().client?.stop();
    },
  };
}

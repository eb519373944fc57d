import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LiveClient } from '../live/model';
import type { BackendAccess, BackendSource } from './backend-source';

/** A window's way to its backend, and the one live client that follows it wherever it goes. */
export interface Session {
  access: StoreApi<{ access: BackendAccess }>;
  client: LiveClient;
  stop(): void;
}

/** Connect the client whenever the backend is ready, at whatever address; the screen never goes blank. */
export function startSession(source: BackendSource, client: LiveClient): Session {
  const store = createStore<{ access: BackendAccess }>()(() => ({
    access: { kind: 'starting', phase: 'launching', progress: null },
  }));
  const unsubscribe = source.subscribe((access) => {
    store.setState({ access });
    if (access.kind === 'ready') client.connect({ url: access.url, token: access.token });
  });
  return {
    access: store,
    client,
    stop: () => {
      unsubscribe();
      client.stop();
    },
  };
}

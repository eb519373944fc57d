import type { BackendState, CommandCenterBridge } from '@shared/ipc/bridge';

/** How to reach the backend, as far as this screen knows. */
export type BackendAccess =
  | Exclude<BackendState, { kind: 'ready' }>
  /** `token`: of the machine itself; null where it has none, and somebody has to sign in. */
  | { kind: 'ready'; url: string; token: string | null }
  /** In a browser: the server that served the page does not answer. It is asked again. */
  | { kind: 'unreachable' };

/** Tells of the backend: at once, and whenever it changes. */
export interface BackendSource {
  /** @returns the unsubscribe */
  subscribe(listener: (access: BackendAccess) => void): () => void;
}

/**
 * The backend as the main process of this window sees it.
 * @param isWall a window of the wall: it asks by the token that only shows
 */
export function bridgeBackendSource(bridge: CommandCenterBridge, isWall: boolean): BackendSource {
  return {
    subscribe: (tell) => {
      const listener = (state: BackendState): void => {
        if (state.kind !== 'ready') tell(state);
        else tell({ kind: 'ready', url: state.url, token: isWall ? state.wallToken : state.token });
      };
      let isCurrent = true;
      let hasPush = false;
      // Listening starts before asking: a change in between must not be overwritten by the older answer.
      const unsubscribe = bridge.onBackendChanged((state) => {
        hasPush = true;
        listener(state);
      });
      bridge
        .getBackend()
        .then((state) => {
          if (isCurrent && !hasPush) listener(state);
        })
        .catch((error: unknown) => {
          if (isCurrent && !hasPush)
            listener({ kind: 'failed', reason: messageOf(error), retryAtMs: null });
        });
      return () => {
        isCurrent = false;
        unsubscribe();
      };
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

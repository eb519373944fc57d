import type { BackendState } from '@shared/ipc/bridge';

/** What a window is told of the backend: one of the wall never holds a token that does more than show. */
export function stateFor(state: BackendState, isOfWall: boolean): BackendState {
  return state.kind === 'ready' && isOfWall ? { ...state, token: state.wallToken } : state;
}

import type { Role } from '@shared/domain/access-terms';
import { audienceKey, audienceOf } from '@shared/domain/audience';
import type {
  DemoSession,
  FirstAdmin,
  SessionState as ServerSessionState,
  SessionTokens,
  SignIn,
} from '@shared/protocol/session';
import { createStore, type StoreApi } from 'zustand/vanilla';

import { ApiError } from '../../live/api-error';
import { backOffMs } from '../../live/back-off';
import { type Credentials, fixedCredentials } from '../../live/credentials';
import type { EnrolmentApi } from '../../live/enrolment-api';
import type { LiveClient } from '../../live/model';
import type { Cancel, Scheduler } from '../../live/scheduler';
import type { SessionApi } from '../../live/session-api';
import type { SignedIn } from '../../live/signed-in';
import type { BackendAccess, BackendSource } from '../backend-source';
import { type Gate, isRefusal, noticeOf } from './gate';
import type { KeptSession, SessionShelf } from './kept-session';
import { keepTokensAlive, type LivingTokens } from './living-tokens';

export interface SessionStoreState {
  access: BackendAccess;
  gate: Gate;
}

/**
 * A window's way to its backend and who sits before it; and the one live client that follows both wherever they go.
 * All that asks the server throws `ApiError`.
 */
export interface Session {
  store: StoreApi<SessionStoreState>;
  client: LiveClient;
  /** Who has been let in; null: nobody. */
  who(): SignedIn | null;
  signIn(entry: SignIn): Promise<void>;
  createFirstAdmin(entry: FirstAdmin): Promise<void>;
  /** How this wall asks to be let in. */
  enrolmentApi(): EnrolmentApi;
  /** Of a wall that a supervisor has vouched for. */
  enrol(tokens: SessionTokens): void;
  /** Look through the eyes of a role, in the demo city; null: through one's own again. */
  lookAs(choice: DemoSession | null): Promise<void>;
  /** The picture goes with whoever signs out. */
  signOut(): void;
  stop(): void;
}

/** `wall`: a wall of its own, unless somebody is let in already. */
export type WindowPurpose = 'sign_in' | 'enrol' | 'wall';

export interface SessionOptions {
  source: BackendSource;
  client: LiveClient;
  api: (url: string) => SessionApi;
  enrolmentApi: (url: string) => EnrolmentApi;
  shelf: SessionShelf;
  /** Whose picture is on screen from the start; null: there is none. */
  shownTo: SignedIn | null;
  /** What the window was opened for, where it was opened for something else than the workspaces. */
  purpose: WindowPurpose | null;
  /** A picture must not outlast whoever saw it. */
  onPictureDropped: () => void;
  /** Somebody has come who was not here before. */
  onArrival: (role: Role, how: 'sign_in' | 'demo') => void;
  scheduler: Scheduler;
  random: () => number;
}

export function startSession(options: SessionOptions): Session {
  const { client, shelf, scheduler, random } = options;
  const store = createStore<SessionStoreState>()(() => ({
    access: { kind: 'starting', phase: 'launching', progress: null },
    gate: { kind: 'asking', shownTo: options.shownTo },
  }));
  let { shownTo, purpose } = options;
  let backend: { url: string; token: string | null; api: SessionApi } | null = null;
  let living: LivingTokens | null = null;
  /** Answers to questions of an earlier turn are none. */
  let turn = 0;
  let cancelRetry: Cancel | null = null;

  const api = (): SessionApi => {
    if (backend === null) throw new ApiError('unavailable', 'The backend is still starting.', null);
    return backend.api;
  };
  const newTurn = (): number => {
    cancelRetry?.();
    cancelRetry = null;
    turn += 1;
    return turn;
  };
  const dropPicture = (): void => {
    shownTo = null;
    client.forget();
    options.onPictureDropped();
  };
  const shut = (gate: Gate): void => {
    living?.stop();
    living = null;
    dropPicture();
    store.setState({ gate });
  };
  const open = (who: SignedIn, credentials: Credentials): void => {
    if (backend === null) return;
    if (shownTo !== null && !isSameAudience(shownTo, who)) dropPicture();
    shownTo = who;
    purpose = null;
    store.setState({ gate: { kind: 'open', who } });
    client.connect({ url: backend.url, credentials });
  };

  /** Go on with a session, for as long as the server renews it. */
  const openSession = (
    first: SessionTokens,
    by: Exclude<SignedIn['by'], 'machine'>,
    next: (spent: SessionTokens) => Promise<SessionTokens>,
  ): void => {
    newTurn();
    living?.stop();
    const keep = (tokens: SessionTokens): void => {
      const { refreshToken, principal } = tokens;
      if (by !== 'demo' && refreshToken !== null)
        shelf.keep({ kind: by, id: principal.id, refreshToken });
    };
    living = keepTokensAlive({
      first,
      next,
      onNext: keep,
      onEnded: (error) => {
        shelf.clear(by);
        if (by === 'person') shut({ kind: 'sign_in', notice: noticeOf(error) });
        else if (by === 'display') shut({ kind: 'enrol' });
        else void enter();
      },
      scheduler,
      random,
      serverNowMs: () => client.serverNowMs(),
    });
    keep(first);
    const { principal, displayName } = first;
    open({ by, principal, displayName, mayChooseDemoRole: by === 'demo' }, living);
  };
  const openRefreshed = (first: SessionTokens, by: 'person' | 'display'): void => {
    openSession(first, by, ({ refreshToken }) => {
      if (refreshToken === null)
        return Promise.reject(new ApiError('unauthorized', 'The session is not renewed.', null));
      return api().refresh(refreshToken);
    });
  };
  const openDemo = async (choice: DemoSession, isNew: boolean): Promise<void> => {
    const token = backend?.token ?? null;
    if (token === null) throw new ApiError('forbidden', 'This window has no token.', null);
    const first = await api().lookAs(choice, token);
    shelf.keep({ kind: 'demo', choice });
    if (isNew) options.onArrival(choice.role, 'demo');
    openSession(first, 'demo', () => api().lookAs(choice, backend?.token ?? token));
  };

  /** Take up the session this window had. @returns whether there was one, and the server knows it still */
  const resume = async (kept: KeptSession, mine: number): Promise<boolean> => {
    try {
      if (kept.kind === 'demo') {
        await openDemo(kept.choice, false);
        return true;
      }
      const first = await api().refresh(kept.refreshToken);
      // Even when it comes too late: the former refresh token is spent.
      shelf.keep({ ...kept, refreshToken: first.refreshToken ?? kept.refreshToken });
      if (mine === turn) openRefreshed(first, kept.kind);
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      shelf.clear(kept.kind);
      if (kept.kind === 'person' && mine === turn)
        shut({ kind: 'sign_in', notice: noticeOf(error) });
      return false;
    }
  };
  const settle = (state: ServerSessionState, token: string | null): void => {
    if (state.kind === 'first_admin_needed') shut({ kind: 'first_admin' });
    else if (purpose === 'enrol') shut({ kind: 'enrol' });
    else if (purpose === 'wall' && state.kind === 'sign_in_needed') shut({ kind: 'enrol' });
    else if (state.kind === 'sign_in_needed' || purpose === 'sign_in' || token === null) {
      const { gate } = store.getState();
      shut(gate.kind === 'sign_in' ? gate : { kind: 'sign_in', notice: null });
    } else open({ by: 'machine', ...state }, fixedCredentials(token));
  };
  /** Find out who this window is; again and again while nobody answers. */
  async function enter(attempt = 0): Promise<void> {
    const mine = newTurn();
    const token = backend?.token ?? null;
    try {
      const kept = shelf.load(kindsFor(purpose));
      if (kept !== null && (await resume(kept, mine))) return;
      const state = await readState(api(), token);
      if (mine === turn) settle(state, token);
    } catch {
      // Shown by the screen that waits, or by the picture that is old.
      if (mine !== turn) return;
      cancelRetry = scheduler.after(backOffMs(attempt, random()), () => void enter(attempt + 1));
    }
  }

  const unsubscribe = options.source.subscribe((access) => {
    store.setState({ access });
    if (access.kind !== 'ready') return;
    const { url, token } = access;
    backend = { url, token, api: options.api(url) };
    // The session is the server's, wherever it runs now; only what the machine itself is told may have changed.
    if (living !== null) client.connect({ url, credentials: living });
    else void enter();
  });

  const arrive = (tokens: SessionTokens, by: 'person' | 'display'): void => {
    options.onArrival(tokens.principal.role, 'sign_in');
    openRefreshed(tokens, by);
  };
  return {
    store,
    client,
    who: () => {
      const { gate } = store.getState();
      return gate.kind === 'open' ? gate.who : null;
    },
    signIn: async (entry) => arrive(await api().signIn(entry), 'person'),
    createFirstAdmin: async (entry) =>
      arrive(await api().createFirstAdmin(entry, backend?.token ?? null), 'person'),
    enrolmentApi: () => options.enrolmentApi(backend?.url ?? ''),
    enrol: (tokens) => arrive(tokens, 'display'),
    lookAs: async (choice) => {
      if (choice !== null) return openDemo(choice, true);
      shelf.clear('demo');
      living?.stop();
      living = null;
      return enter();
    },
    signOut: () => {
      const token = living?.token();
      shelf.clear('person');
      shut({ kind: 'sign_in', notice: 'signed_out' });
      // Without an answer the session ends by itself, within its time.
      if (token !== undefined)
        void api()
          .signOut(token)
          .catch(() => undefined);
    },
    stop: () => {
      unsubscribe();
      newTurn();
      living?.stop();
      client.stop();
    },
  };
}

function kindsFor(purpose: WindowPurpose | null): readonly KeptSession['kind'][] {
  if (purpose === 'enrol') return ['display'];
  return purpose === 'sign_in' ? ['person', 'demo'] : ['person', 'demo', 'display'];
}

/** A token that the server no longer knows says as little as none. */
async function readState(api: SessionApi, token: string | null): Promise<ServerSessionState> {
  try {
    return await api.readState(token);
  } catch (error) {
    if (token === null || !isRefusal(error)) throw error;
    return api.readState(null);
  }
}

const isSameAudience = (a: SignedIn, b: SignedIn): boolean =>
  audienceKey(audienceOf(a.principal)) === audienceKey(audienceOf(b.principal));

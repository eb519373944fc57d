import {
  type DemoSession,
  type FirstAdmin,
  type SessionState,
  type SessionTokens,
  type SignIn,
  sessionStateSchema,
  sessionTokensSchema,
} from '@shared/protocol/session';

import { fixedCredentials } from './credentials';
import { createHttp } from './http';

/** How a window comes by a session, and leaves it. All throw `ApiError`. */
export interface SessionApi {
  /** @param token the machine's own; null: this window has none */
  readState(token: string | null): Promise<SessionState>;
  signIn(entry: SignIn): Promise<SessionTokens>;
  createFirstAdmin(entry: FirstAdmin, machineToken: string | null): Promise<SessionTokens>;
  /** The next pair. The refresh token given is spent, whatever comes of it. */
  refresh(refreshToken: string): Promise<SessionTokens>;
  /** Look through a role's eyes. @param machineToken of a window of the demo city */
  lookAs(choice: DemoSession, machineToken: string): Promise<SessionTokens>;
  signOut(accessToken: string): Promise<void>;
}

/** @param url origin of the backend */
export function createSessionApi(url: string): SessionApi {
  const httpWith = (token: string | null) =>
    createHttp(url, token === null ? null : fixedCredentials(token));
  // None of these is given up half-way: a token that was spent for nothing signs somebody out.
  const { signal } = new AbortController();
  const tokensOf = async (path: string, body: unknown, token: string | null = null) =>
    (
      await httpWith(token).ask(`/session${path}`, sessionTokensSchema, {
        method: 'POST',
        body,
        signal,
      })
    ).data;
  return {
    readState: async (token) =>
      (await httpWith(token).ask('/session', sessionStateSchema, { signal })).data,
    signIn: (entry) => tokensOf('', entry),
    createFirstAdmin: (entry, machineToken) => tokensOf('/first-admin', entry, machineToken),
    refresh: (refreshToken) => tokensOf('/refresh', { refreshToken }),
    lookAs: (choice, machineToken) => tokensOf('/demo', choice, machineToken),
    signOut: async (accessToken) => {
      await httpWith(accessToken).request('/session', { method: 'DELETE', signal });
    },
  };
}

import type { Principal } from '@shared/domain/access';
import { errorBodySchema } from '@shared/protocol/errors';
import {
  type DemoSession,
  demoSessionSchema,
  firstAdminSchema,
  refreshSessionSchema,
  type SessionState,
  sessionStateSchema,
  sessionTokensSchema,
  signInSchema,
} from '@shared/protocol/session';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { bearerToken } from '../access/bearer';
import { createPerMinute } from '../border/per-minute';
import { AppError } from '../errors';
import type { AccessDeps } from '../operations/access/access-deps';
import { createFirstAdmin } from '../operations/access/create-first-admin';
import { hasAccounts } from '../operations/access/has-accounts';
import { readDisplayName } from '../operations/access/read-display-name';
import { refreshSession } from '../operations/access/refresh-session';
import { signIn } from '../operations/access/sign-in';
import { signOut } from '../operations/access/sign-out';
import { startDemoSession } from '../operations/access/start-demo-session';
import type { Accounts } from './accounts';
import type { Api, ApiDeps } from './api';
import { readResponses } from './route-schemas';

const TAG = 'session';
const config = { action: 'open' } as const;
const bodyLimit = 4_096;
/** Of one address: a room's desks at the change of shifts, and a good deal more. */
const MAX_PER_MINUTE = 120;

const tokensRoute = <B extends z.ZodType>(summary: string, body: B) => ({
  config,
  bodyLimit,
  schema: {
    tags: [TAG],
    summary,
    body,
    security: [],
    response: { ...readResponses(sessionTokensSchema), 403: errorBodySchema },
  },
});

/** Signing in and out. These routes find out for themselves who asks: nobody needs a token to ask for one. */
export function registerSessionRoutes(api: Api, deps: ApiDeps): void {
  const { accounts, border } = deps;
  const access: AccessDeps = { ...deps, ...accounts };
  const attempts = createPerMinute(deps.clock, MAX_PER_MINUTE);

  api.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (attempts.take(border.clientAddress(request.raw))) return;
    throw new AppError('rate_limited', 'Too many requests of this kind. Wait a minute.', {
      retryAfterSeconds: 60,
    });
  });

  api.post('/session', tokensRoute('Sign in', signInSchema), (request) =>
    signIn(access, request.body, border.clientAddress(request.raw)),
  );

  api.post(
    '/session/refresh',
    tokensRoute('The next pair of tokens; each refresh token is good once', refreshSessionSchema),
    ({ body }) => refreshSession(access, body.refreshToken),
  );

  api.post(
    '/session/first-admin',
    tokensRoute('Make the first account of a server that has none', firstAdminSchema),
    async (request) => {
      requireFirst(accounts, tokenOf(request), request.body.code);
      return createFirstAdmin(access, request.body);
    },
  );

  api.post(
    '/session/demo',
    tokensRoute('In the demo profile: look through the eyes of a role', demoSessionSchema),
    async (request) => {
      requireDemoWindow(accounts, tokenOf(request));
      return startDemoSession(access, request.body satisfies DemoSession);
    },
  );
  registerOwnSession(api, deps, access);
}

function registerOwnSession(api: Api, { accounts }: ApiDeps, access: AccessDeps): void {
  api.get(
    '/session',
    {
      config,
      schema: {
        tags: [TAG],
        summary: 'Whom the token stands for, or what to do first',
        response: readResponses(sessionStateSchema),
      },
    },
    async (request): Promise<SessionState> => {
      const token = tokenOf(request);
      const identity = token === null ? null : await accounts.identify(token);
      if (identity !== null) return signedIn(identity.principal, token ?? '');
      if (accounts.firstAdminCode !== null && !(await hasAccounts(access)))
        return { kind: 'first_admin_needed' };
      return { kind: 'sign_in_needed' };
    },
  );

  async function signedIn(principal: Principal, token: string): Promise<SessionState> {
    return {
      kind: 'signed_in',
      principal,
      displayName: await readDisplayName(access, principal),
      mayChooseDemoRole: accounts.isDemo && accounts.isWindow(token),
    };
  }

  api.delete(
    '/session',
    {
      config,
      schema: {
        tags: [TAG],
        summary: 'Sign out',
        response: { 204: z.null(), 401: errorBodySchema },
      },
    },
    async (request, reply) => {
      const token = tokenOf(request);
      const identity = token === null ? null : await accounts.identify(token);
      if (identity === null) throw new AppError('unauthorized', 'There is no session to end.');
      if (identity.credentialId !== null && identity.principal.role !== 'integration')
        await signOut(access, identity.credentialId, identity.principal);
      return reply.code(204).send(null);
    },
  );
}

const tokenOf = ({ headers }: FastifyRequest): string | null => bearerToken(headers.authorization);

/** Whoever sits at the server's own window, or was told the code it printed. @throws AppError forbidden */
function requireFirst(accounts: Accounts, token: string | null, code: string): void {
  const { firstAdminCode, isWindow } = accounts;
  if (firstAdminCode === null)
    throw new AppError('forbidden', 'The demo has no accounts; it needs none.');
  if (token !== null && isWindow(token)) return;
  if (!firstAdminCode.isRight(code))
    throw new AppError(
      'forbidden',
      'The code is not the one this server printed when it started. Look at its terminal or log.',
      { field: 'code' },
    );
}

/** @throws AppError forbidden */
function requireDemoWindow({ isDemo, isWindow }: Accounts, token: string | null): void {
  if (isDemo && token !== null && isWindow(token)) return;
  throw new AppError('forbidden', 'Roles can be tried on in the demo, from its own window.');
}

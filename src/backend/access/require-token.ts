import type { onRequestAsyncHookHandler } from 'fastify';

import { AppError } from '../errors';
import type { AccessList } from './access-list';
import { bearerToken } from './bearer';

/** The hook that sets `request.identity`, `principal` and `actor` from the token. @throws AppError unauthorized */
export function requireToken(access: AccessList): onRequestAsyncHookHandler {
  return async (request) => {
    const token = bearerToken(request.headers.authorization);
    const identity = token === null ? null : await access.identify(token);
    if (identity === null) {
      const problem =
        token === null
          ? 'The request has no token.'
          : 'The token is not known here, or not good any more: sign in.';
      throw new AppError('unauthorized', `${problem} Send it as "Authorization: Bearer …".`);
    }
    request.identity = identity;
    request.principal = identity.principal;
    request.actor = identity.actor;
  };
}

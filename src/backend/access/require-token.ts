import type { onRequestAsyncHookHandler } from 'fastify';

import { AppError } from '../errors';
import type { AccessList } from './access-list';
import { bearerToken } from './bearer';

/** The hook that sets `request.actor` from the request's token. @throws AppError unauthorized */
export function requireToken(access: AccessList): onRequestAsyncHookHandler {
  return async (request) => {
    const token = bearerToken(request.headers.authorization);
    const actor = token === null ? null : access.actorOf(token);
    if (actor === null) {
      const problem = token === null ? 'The request has no token.' : 'The token is not known here.';
      throw new AppError('unauthorized', `${problem} Send it as "Authorization: Bearer …".`);
    }
    request.actor = actor;
  };
}

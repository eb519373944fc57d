import { mayDo } from '@shared/domain/access';
import type { Action } from '@shared/domain/access-terms';
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';

import { forbidden } from '../access/forbidden';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does, by which the access table says for whom it is. `open`: it asks for no token by itself. */
    action?: Action | 'open';
  }
}

/** Refuse to start with a route under the prefix that does not say what it does. To be called before all routes. */
export function requireActions(app: FastifyInstance, prefix: string): void {
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!url.startsWith(`${prefix}/`) || config?.action !== undefined) return;
    throw new Error(`${String(method)} ${url} names no action of the access table in its config.`);
  });
}

/** The hook that lets a request through to a route its principal may use. @throws AppError forbidden */
export const checkAccess: onRequestAsyncHookHandler = async ({ principal, routeOptions }) => {
  const { action } = routeOptions.config;
  // An open route asks nobody who he is, so it does not stand behind this hook.
  if (action === undefined || action === 'open')
    throw new Error(
      `${String(routeOptions.url)} stands behind the access check without an action.`,
    );
  if (!mayDo(principal, action)) throw forbidden(principal, action);
};

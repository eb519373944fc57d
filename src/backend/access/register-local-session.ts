import type { FastifyInstance } from 'fastify';

import { AppError } from '../errors';
import { isLocalPage } from './local-page';

interface Options {
  /** What a local page gets. */
  token: string;
  /** False where the server is bound to the network, or when it is switched off. */
  isEnabled: boolean;
}

const FORWARDING_HEADERS = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** `POST /api/v1/session/local`: a page in this machine's own browser gets the window's token (ADR 2). */
export function registerLocalSession(app: FastifyInstance, { token, isEnabled }: Options): void {
  app.post(
    '/api/v1/session/local',
    { config: { action: 'open' }, schema: { hide: true } },
    async (request, reply) => {
      const { host, origin, 'sec-fetch-site': secFetchSite } = request.headers;
      const isLocal = isLocalPage({
        remoteAddress: request.socket.remoteAddress,
        host,
        origin,
        secFetchSite: typeof secFetchSite === 'string' ? secFetchSite : undefined,
        isForwarded: FORWARDING_HEADERS.some((name) => request.headers[name] !== undefined),
      });
      if (!isEnabled || !isLocal) {
        throw new AppError(
          'unauthorized',
          'No token without signing in: open the sign-in link that the server printed when it started.',
        );
      }
      return reply.header('cache-control', 'no-store').send({ token });
    },
  );
}

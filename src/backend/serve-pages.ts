import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

import { AppError } from './errors';

const YEAR_SECONDS = 31_536_000;
/** Paths with an answer of their own, or with none. */
const NOT_PAGES = ['/api/', '/docs/', '/health/', '/socket.io/'];

/**
 * Serve the built dashboard. A path without a file extension is a place inside it and gets the same document;
 * files that carry a content hash in their name are kept by the browser, everything else is asked for anew.
 */
export async function servePages(app: FastifyInstance, rendererDir: string): Promise<void> {
  if (!existsSync(join(rendererDir, 'index.html'))) {
    app.get('/', { schema: { hide: true } }, async () => {
      throw new AppError(
        'not_found',
        'The dashboard is not built. Run "npm run build" and start again.',
      );
    });
    return;
  }
  await app.register(fastifyStatic, {
    root: rendererDir,
    serve: false,
    cacheControl: false,
    setHeaders(response, path) {
      const isHashed = /-[\w-]{8,}\.\w+$/.test(basename(path));
      const policy = isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
      response.setHeader('cache-control', policy);
    },
  });
  app.get<{ Params: { '*': string } }>('/*', { schema: { hide: true } }, (request, reply) => {
    const path = `/${request.params['*']}`;
    if (NOT_PAGES.some((prefix) => `${path}/`.startsWith(prefix))) {
      reply.callNotFound();
      return reply;
    }
    return reply.sendFile(/\.\w+$/.test(path) ? path.slice(1) : 'index.html');
  });
}

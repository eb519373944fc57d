import type { FastifyInstance } from 'fastify';

import type { Readiness } from './health-checks';

interface Options {
  check: () => Promise<Readiness>;
  headSeq: () => number;
}

/**
 * `live`: the process answers; who gets none ends it. `ready`: it can also do its work, so that a balancer may
 * send somebody to it; else 503, naming what fails.
 */
export function registerHealth(app: FastifyInstance, { check, headSeq }: Options): void {
  const options = { schema: { hide: true } };
  app.get('/health/live', options, async () => ({ status: 'ok' }));
  app.get('/health/ready', options, async (_request, reply) => {
    const { isReady, failing } = await check();
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ok' : 'degraded', headSeq: headSeq(), failing });
  });
}

import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';

import { AppError } from '../errors';
import { mayReadMetrics } from './metrics-access';

interface Options {
  registry: Registry;
  /** `CC_METRICS_TOKEN`; null: only this machine may read them. */
  token: string | null;
}

/** `GET /metrics`, in Prometheus' text format. */
export function registerMetrics(app: FastifyInstance, { registry, token }: Options): void {
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    const { headers, socket } = request;
    if (!mayReadMetrics({ remoteAddress: socket.remoteAddress, headers }, token)) {
      const remedy =
        token === null
          ? 'They are read on this machine alone; with CC_METRICS_TOKEN set, from anywhere with that token.'
          : 'Send CC_METRICS_TOKEN as "Authorization: Bearer …".';
      throw new AppError('unauthorized', `The metrics are not open. ${remedy}`);
    }
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
}

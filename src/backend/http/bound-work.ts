import type { Border } from '../border/border';
import type { Place } from '../border/gate';
import { AppError } from '../errors';
import type { Api } from './api';

declare module 'fastify' {
  interface FastifyRequest {
    /** Among the requests at work; null before it has one. */
    place: Place | null;
  }
}

const RETRY_AFTER_SECONDS = 1;

/**
 * Let so many writes and so many reads be at work at once, and turn away the rest with `Retry-After`: what waits
 * for the store waits at its sender, who keeps it, instead of in this process's memory. To be called before the
 * routes are declared, after the hook that refuses strangers.
 */
export function boundWork(api: Api, { reads, writes }: Pick<Border, 'reads' | 'writes'>): void {
  api.decorateRequest('place', null);

  api.addHook('onRequest', async (request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const place = (isRead ? reads : writes).enter();
    if (place === null) {
      reply.header('retry-after', RETRY_AFTER_SECONDS);
      throw isRead ? tooManyReads(reads.limit) : tooManyWrites(writes.limit);
    }
    request.place = place;
    const letGo = place.hold();
    // Answered, or the sender has hung up, with its body sent or not.
    reply.raw.once('finish', letGo).once('close', letGo);
  });

  api.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = async function (request, reply) {
      // The work goes on when the sender hangs up, and counts until it is done.
      const letGo = request.place?.hold();
      try {
        return await handler.call(this, request, reply);
      } finally {
        letGo?.();
      }
    };
  });
}

const tooManyWrites = (limit: number): AppError =>
  new AppError(
    'rate_limited',
    `${limit} writes wait for the store already; this one was not taken. Send it again after ${RETRY_AFTER_SECONDS} s, with its Idempotency-Key.`,
    { retryAfterSeconds: RETRY_AFTER_SECONDS },
  );

const tooManyReads = (limit: number): AppError =>
  new AppError(
    'unavailable',
    `${limit} requests are being answered already. Ask again after ${RETRY_AFTER_SECONDS} s.`,
    { retryAfterSeconds: RETRY_AFTER_SECONDS },
  );

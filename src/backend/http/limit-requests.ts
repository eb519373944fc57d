import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';

import { bearerToken } from '../access/bearer';
import type { Border } from '../border/border';
import { AppError } from '../errors';
import type { Api } from './api';

/** About what the store can commit in a minute; a sender that needs more is broken. */
export const DEFAULT_REQUESTS_PER_MINUTE = 30_000;
/** A proxy or a room's router stands for several senders. */
const REQUESTS_PER_MINUTE_OF_ADDRESS = 4 * DEFAULT_REQUESTS_PER_MINUTE;
const MINUTE_MS = 60_000;
/** Counters kept at once; the ones longest unused make room, so that memory stays bounded. */
const MAX_COUNTERS = 4_096;

/** Count every request of an address, whatever it asks for, before anything else is done for it. */
export async function limitByAddress(
  app: FastifyInstance,
  { clientAddress }: Pick<Border, 'clientAddress'>,
  max = REQUESTS_PER_MINUTE_OF_ADDRESS,
): Promise<void> {
  await app.register(rateLimit, { global: false, cache: MAX_COUNTERS });
  const count = app.createRateLimit({
    max,
    timeWindow: MINUTE_MS,
    keyGenerator: ({ raw }) => clientAddress(raw),
  });
  app.addHook('onRequest', async (request, reply) => {
    const state = await count(request);
    if (state.isAllowed || !state.isExceeded) return;
    reply.header('retry-after', state.ttlInSeconds);
    throw tooMany(`More than ${max} requests in a minute from this address.`, state.ttlInSeconds);
  });
}

/** Count the requests of whoever a token stands for. To be called after the hook that says who that is. */
export async function limitByToken(api: Api, max = DEFAULT_REQUESTS_PER_MINUTE): Promise<void> {
  await api.register(rateLimit, {
    max,
    timeWindow: MINUTE_MS,
    cache: MAX_COUNTERS,
    hook: 'preParsing',
    keyGenerator: (request) => request.actor.id,
    errorResponseBuilder: (_request, { ttl }) =>
      tooMany(`More than ${max} requests in a minute.`, Math.ceil(ttl / 1_000)),
  });
}

/**
 * `authenticate`, and the count of those it refuses: an address that has sent too many unknown tokens is
 * turned away before the next one is looked at.
 * @throws AppError rate_limited, and whatever `authenticate` throws
 */
export function limitAttempts(
  authenticate: onRequestAsyncHookHandler,
  { attempts, clientAddress }: Pick<Border, 'attempts' | 'clientAddress'>,
): onRequestAsyncHookHandler {
  return async function (request, reply) {
    const address = clientAddress(request.raw);
    const token = bearerToken(request.headers.authorization);
    const closedForSeconds = Math.ceil(attempts.closedForMs(address, token) / 1_000);
    if (closedForSeconds > 0) {
      reply.header('retry-after', closedForSeconds);
      throw tooMany('Too many unknown tokens from this address.', closedForSeconds);
    }
    try {
      await authenticate.call(this, request, reply);
    } catch (error) {
      if (error instanceof AppError && error.code === 'unauthorized') attempts.refused(address);
      throw error;
    }
    if (token !== null) attempts.accepted(token);
  };
}

const tooMany = (what: string, seconds: number): AppError =>
  new AppError('rate_limited', `${what} Wait ${seconds} s, then go on.`, {
    retryAfterSeconds: seconds,
  });

import type { Action } from '@shared/domain/access-terms';
import type { ErrorCode } from '@shared/protocol/errors';
import { positionsReplySchema, type WriteReply, writeReplySchema } from '@shared/protocol/replies';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Log } from '../log';
import type { CommandOutcome, HttpMetrics } from '../metrics/http-metrics';

declare module 'fastify' {
  interface FastifyReply {
    /** Of the error that was answered; null: none. */
    errorCode: ErrorCode | null;
    /** What a write was answered with; null: it was no write, or was refused. */
    written: WriteReply | null;
  }
}

interface Deps {
  log: Log;
  metrics: HttpMetrics;
}

/**
 * Count and log every request. A route is named by its template: the path that was sent may hold anything. A
 * write has a line with its seq, at info level when a person sent it.
 */
export function watchRequests(app: FastifyInstance, { log, metrics }: Deps): void {
  app.decorateReply('errorCode', null);
  app.decorateReply('written', null);

  app.addHook('preSerialization', async (request, reply, payload) => {
    if (!isWrite(request)) return payload;
    const written = writeReplySchema.safeParse(payload);
    if (written.success) reply.written = written.data;
    const positions = positionsReplySchema.safeParse(payload);
    if (positions.success)
      metrics.positionsReported(positions.data.accepted, positions.data.rejected.length);
    return payload;
  });

  app.addHook('onResponse', async (request, reply) => {
    const { id: requestId, method } = request;
    const { statusCode, errorCode, elapsedTime: elapsedMs } = reply;
    const route = routeOf(request);
    metrics.answered({ method, route, statusCode, errorCode, elapsedMs });
    log.debug({ requestId, method, route, statusCode, errorCode, elapsedMs }, 'request');
    const action = actionOf(request);
    if (action === null) return;
    metrics.commanded(action, outcomeOf(reply), elapsedMs);
    logWrite(request, reply, action);
  });

  function logWrite(request: FastifyRequest, reply: FastifyReply, action: Action): void {
    const { written, elapsedTime: elapsedMs } = reply;
    if (written === null) return;
    const { kind, id: actorId } = request.actor;
    const level = kind === 'integration' || kind === 'simulator' ? 'debug' : 'info';
    const { seq, replayed } = written;
    log[level]({ requestId: request.id, actorId, action, seq, replayed, elapsedMs }, 'written');
  }
}

/** The template a request was matched with, e.g. `/api/v1/incidents/:id`; null: none. */
export function routeOf(request: FastifyRequest): string | null {
  return request.routeOptions.url ?? null;
}

/** What a write is for, in the words of the access table; null: the request is no write. */
function actionOf(request: FastifyRequest): Action | null {
  const { action } = request.routeOptions.config;
  return isWrite(request) && action !== undefined && action !== 'open' ? action : null;
}

const isWrite = ({ method }: FastifyRequest): boolean => method !== 'GET' && method !== 'HEAD';

function outcomeOf({ statusCode, written }: FastifyReply): CommandOutcome {
  if (statusCode >= 500) return 'failed';
  if (statusCode >= 400) return 'refused';
  return written?.replayed === true ? 'replayed' : 'done';
}

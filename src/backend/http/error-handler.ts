import { type ErrorBody, type ErrorCode, HTTP_STATUS } from '@shared/protocol/errors';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { AppError, refusalIn } from '../errors';
import type { Log } from '../log';
import { routeOf } from './watch-requests';

/** Every answer that is not a success has one shape; of our own bugs it says nothing but the request id. */
export function registerErrorHandler(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = refusalIn(error) ?? refusalOf(error);
    if (refusal !== null) return answer(request, reply, refusal);
    const { id: requestId, method } = request;
    log.error({ err: error, requestId, method, route: routeOf(request) }, 'request failed');
    const message = `Something is wrong on the server. Report this request id: ${request.id}.`;
    return answer(request, reply, new AppError('internal', message));
  });
  app.setNotFoundHandler((request, reply) => {
    return answer(
      request,
      reply,
      new AppError('not_found', `There is no ${request.method} ${pathOf(request)}. See /docs.`),
    );
  });
}

/** What the framework refuses before there is a route: an address that cannot be decoded, a version it does not know. */
export function answerFrameworkFault(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const fallback = new AppError('validation_failed', 'The request cannot be read. See /docs.');
  void answer(request, reply, refusalOf(error) ?? fallback);
}

/** Without the query, in which a careless sender may have put a token. */
const pathOf = ({ url }: FastifyRequest): string => url.split('?')[0] ?? '';

const RETRY_AFTER_SECONDS = 2;

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, message, details }: AppError,
): FastifyReply {
  const body: ErrorBody = {
    code,
    message,
    requestId: request.id,
    ...(details !== undefined && { details }),
  };
  const isForLater = code === 'unavailable' || code === 'rate_limited';
  if (isForLater && !reply.hasHeader('retry-after'))
    reply.header('retry-after', retryAfterIn(details) ?? RETRY_AFTER_SECONDS);
  reply.errorCode = code;
  return reply.code(HTTP_STATUS[code]).send(body);
}

const retryAfterSchema = z.object({ retryAfterSeconds: z.number() });

function retryAfterIn(details: unknown): number | null {
  const parsed = retryAfterSchema.safeParse(details);
  return parsed.success ? parsed.data.retryAfterSeconds : null;
}

/** What the framework refused, in our words. @returns null for what is not the sender's fault */
function refusalOf(error: FastifyError): AppError | null {
  if (error.validation !== undefined) return invalid(error);
  const status = error.statusCode ?? 500;
  // Whatever else the framework calls the sender's fault is one.
  const code = CODE_OF_STATUS[status] ?? (status < 500 ? 'validation_failed' : undefined);
  if (code === undefined) return null;
  return new AppError(code, MESSAGE_OF_FAULT[error.code] ?? error.message);
}

const CODE_OF_STATUS: Partial<Record<number, ErrorCode>> = {
  400: 'validation_failed',
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  503: 'unavailable',
};

const MESSAGE_OF_FAULT: Partial<Record<string, string>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Send the body as application/json.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not valid JSON.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty; send a JSON object.',
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is too large. Send smaller batches.',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH:
    'The body is not as long as Content-Length says. Send it again, whole.',
  FST_ERR_MAX_PARAM_LENGTH: 'A part of the address is longer than any id here. Check the id.',
  FST_ERR_BAD_URL: 'The address cannot be decoded. Percent-encode it as UTF-8.',
};

function invalid({ validation = [], validationContext = 'body' }: FastifyError): AppError {
  const issues = validation.map(({ instancePath, message }) => ({
    path: `${validationContext}${instancePath.replaceAll('/', '.').replace(/\.$/, '')}`,
    message: message ?? 'is not valid',
  }));
  const named = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return new AppError('validation_failed', `The request is not valid. ${named}`, { issues });
}

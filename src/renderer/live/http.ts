import { errorBodySchema } from '@shared/protocol/errors';
import type { z } from 'zod';

import { ApiError } from './api-error';
import type { Credentials } from './credentials';

export interface HttpRequest {
  signal: AbortSignal;
  /** Default GET. */
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** Requests of one backend, by paths under `/api/v1`. All throw `ApiError`. */
export interface Http {
  /** The answer, once it is a success. */
  request(path: string, options: HttpRequest): Promise<Response>;
  /** The same, its body parsed. */
  ask<S extends z.ZodType>(
    path: string,
    schema: S,
    options: HttpRequest,
  ): Promise<{ data: z.infer<S>; reply: Response }>;
}

/**
 * @param url origin of the backend, e.g. `http://127.0.0.1:1120`
 * @param credentials null: nobody yet; a refused token is renewed, and the request sent once more
 */
export function createHttp(url: string, credentials: Credentials | null): Http {
  const request = async (path: string, options: HttpRequest): Promise<Response> => {
    const target = new URL(`/api/v1${path}`, url);
    const token = credentials?.token() ?? null;
    let reply = await send(target, token, options);
    if (reply.status === UNAUTHORIZED && credentials !== null && token !== null) {
      const renewal = await credentials.renew(token);
      if (renewal === 'renewed') reply = await send(target, credentials.token(), options);
    }
    if (reply.ok) return reply;
    throw refusalOf(reply, await reply.json().catch(() => undefined));
  };
  return {
    request,
    ask: async (path, schema, options) => {
      const reply = await request(path, options);
      const body: unknown = await reply.json().catch(() => undefined);
      const parsed = schema.safeParse(body);
      if (parsed.success) return { data: parsed.data, reply };
      const where = parsed.error.issues[0]?.path.join('.') ?? '';
      throw new ApiError(
        'internal',
        `The reply of ${path} does not fit its schema at "${where}".`,
        requestIdOf(reply),
      );
    },
  };
}

const UNAUTHORIZED = 401;
/** A backend that takes a request and never answers counts as one that cannot be reached. */
const REQUEST_TIMEOUT_MS = 15_000;

async function send(
  url: URL,
  token: string | null,
  { signal, method = 'GET', body, headers = {} }: HttpRequest,
): Promise<Response> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]);
  try {
    return await fetch(url, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      cache: 'no-cache',
      signal: limited,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError('unavailable', 'The backend could not be reached.', null);
  }
}

function refusalOf(reply: Response, body: unknown): ApiError {
  const parsed = errorBodySchema.safeParse(body);
  if (!parsed.success) {
    return new ApiError(
      reply.status === UNAUTHORIZED ? 'unauthorized' : 'internal',
      `The backend answered ${String(reply.status)} without a reason.`,
      requestIdOf(reply),
    );
  }
  const { code, message, requestId, details } = parsed.data;
  return new ApiError(code, message, requestId, details);
}

const requestIdOf = (reply: Response): string | null => reply.headers.get('x-request-id');

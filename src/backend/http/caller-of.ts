import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { HashRequest } from '../keys/request-hash';
import type { Caller } from '../operations/run-write';

declare module 'fastify' {
  interface FastifyInstance {
    /** Set by `registerApi`, from `ApiDeps`. */
    hashRequest: HashRequest;
  }
}

/** Headers of every write; others pass. */
export const writeHeadersSchema = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/, 'expected 1 to 128 visible ASCII characters')
    .optional(),
});

type WriteRequest = Pick<
  FastifyRequest,
  'actor' | 'principal' | 'method' | 'url' | 'body' | 'server'
> & {
  headers: z.infer<typeof writeHeadersSchema>;
};

/** Who sends a write, and the key under which a retry of it gets the same reply. */
export function callerOf(request: WriteRequest): Caller {
  const { actor, principal } = request;
  const key = request.headers['idempotency-key'];
  return {
    actor,
    principal,
    idempotency: key === undefined ? null : { key, requestHash: hashOf(request) },
  };
}

/** Of the parsed body, so that layout, the order of keys and the time's offset make no difference. */
function hashOf({ method, url, body, server }: WriteRequest): string {
  return server.hashRequest(`${method} ${url}\n${JSON.stringify(body)}`);
}

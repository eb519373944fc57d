import { instantInputSchema } from '@shared/domain/time';
import { errorBodySchema } from '@shared/protocol/errors';
import { writeReplySchema } from '@shared/protocol/replies';
import { z } from 'zod';

import { writeHeadersSchema } from './caller-of';

/** No write of one record comes near this. */
export const WRITE_BODY_LIMIT = 64 * 1024;

export const idParamsSchema = z.object({ id: z.string().min(1).max(64) });

/** What any write may be answered with. */
export const writeResponses = {
  202: writeReplySchema,
  400: errorBodySchema,
  401: errorBodySchema,
  404: errorBodySchema,
  409: errorBodySchema,
  413: errorBodySchema,
  415: errorBodySchema,
  429: errorBodySchema,
  503: errorBodySchema,
};

/** @param summary what the route does, for its description */
export const writeRoute = <T extends string, B extends z.ZodType>(
  tag: T,
  summary: string,
  body: B,
) => ({
  tags: [tag],
  summary,
  headers: writeHeadersSchema,
  body,
  response: writeResponses,
});

/** @param reply the schema of a `200` */
export const readResponses = <R extends z.ZodType>(reply: R) => ({
  200: reply,
  400: errorBodySchema,
  401: errorBodySchema,
  404: errorBodySchema,
  429: errorBodySchema,
});

const MAX_PAGE = 500;

/** Query of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(100),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(512).optional(),
};

export const periodQuery = {
  /** At or after. */
  from: instantInputSchema.optional(),
  /** Before. */
  to: instantInputSchema.optional(),
};

export const codeQuery = z.string().min(1).max(40).optional();

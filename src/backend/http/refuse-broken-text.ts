import type { preValidationAsyncHookHandler } from 'fastify';

import { AppError } from '../errors';

/**
 * The hook that refuses text no database stores and no program reads well: NUL, and half a UTF-16 pair, which
 * JSON can carry as `\ud800`. Whatever a route's schema says of a text, it never means these.
 * @throws AppError validation_failed, naming the field
 */
export const refuseBrokenText: preValidationAsyncHookHandler = async ({ params, query, body }) => {
  const place =
    brokenPlace(params, 'params') ?? brokenPlace(query, 'querystring') ?? brokenPlace(body, 'body');
  if (place === null) return;
  throw new AppError(
    'validation_failed',
    `The request is not valid. ${place}: holds a NUL or half a character. Send well-formed Unicode text.`,
    { issues: [{ path: place, message: 'is no well-formed text' }] },
  );
};

/** Where the first such text is, or null. Iterative, because what comes in may be nested as deep as it likes. */
function brokenPlace(value: unknown, name: string): string | null {
  const left: [string, unknown][] = [[name, value]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [place, item] = next;
    if (typeof item === 'string') {
      if (isBroken(item)) return place;
    } else if (typeof item === 'object' && item !== null) {
      for (const [key, inner] of Object.entries(item)) {
        if (isBroken(key)) return place;
        left.push([`${place}.${key}`, inner]);
      }
    }
  }
  return null;
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const isBroken = (text: string): boolean => text.includes('\0') || LONE_SURROGATE.test(text);

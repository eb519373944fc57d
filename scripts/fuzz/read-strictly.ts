import { isDeepStrictEqual } from 'node:util';

import type { z } from 'zod';

/**
 * What keeps a value from being exactly what its schema says: an issue, a key the schema does not know, text
 * that is no text. Empty: nothing.
 * @param name what it is reported under
 */
export function whatIsWrong(schema: z.ZodType, value: unknown, name: string): string[] {
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => `${name}.${path.join('.')}: ${message}`);
  // Schemas of replies let unknown keys pass and drop them: what was dropped, nobody had meant to store.
  const problems = isDeepStrictEqual(parsed.data, value)
    ? []
    : [`${name} has more in it than its schema knows`];
  return [...problems, ...brokenTexts(value, name)];
}

/** A text with half a character or a NUL in it breaks the next program that reads it. */
function brokenTexts(value: unknown, place: string): string[] {
  if (typeof value === 'string')
    return Buffer.from(value).toString() === value && !value.includes('\0')
      ? []
      : [`${place} is no well-formed text`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...brokenTexts(key, `the key ${JSON.stringify(key)} in ${place}`),
    ...brokenTexts(item, `${place}.${key}`),
  ]);
}

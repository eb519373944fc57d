import { errorBodySchema } from '@shared/protocol/errors';
import type { z } from 'zod';

import { StartError } from '../start-error';

export type Ask = <S extends z.ZodType>(
  method: string,
  path: string,
  schema: S,
  body?: object,
) => Promise<z.output<S>>;

/**
 * Ask the dashboard that runs at an address, JSON in and out.
 * @param makeToken asked for at each request @throws StartError with what the dashboard said
 */
export function askDashboard(url: string, makeToken: () => Promise<string> | string): Ask {
  return async (method, path, schema, body) => {
    const response = await fetch(new URL(`/api/v1${path}`, url), {
      method,
      headers: {
        authorization: `Bearer ${await makeToken()}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const reply: unknown = await response.json().catch(() => null);
    if (response.ok) return schema.parse(reply);
    const refusal = errorBodySchema.safeParse(reply);
    throw new StartError(
      `The dashboard at ${url} refused: ${refusal.success ? refusal.data.message : String(response.status)}`,
    );
  };
}

import { errorBodySchema } from '@shared/protocol/errors';
import type { z } from 'zod';

import { createTokenIssuer } from '../access/token-issuer';
import type { Clock } from '../clock';
import { readKeysFile } from '../keys/keys-file';
import { StartError } from '../start-error';

export type AskAdmin = <S extends z.ZodType>(
  method: string,
  path: string,
  schema: S,
  body?: object,
) => Promise<z.output<S>>;

/**
 * Ask a running dashboard as an admin. Whoever can read its keys can make anybody's token; a tool on the server makes
 * itself one of a minute, and leaves no standing one behind.
 * @throws StartError with what the dashboard said
 */
export function askAdmin(url: string, keysFile: string, clock: Clock): AskAdmin {
  const issuer = createTokenIssuer(readKeysFile(keysFile), clock);
  return async (method, path, schema, body) => {
    const { token } = await issuer.issue({ role: 'admin', id: 'console' }, { kind: 'console' });
    const response = await fetch(new URL(`/api/v1${path}`, url), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const reply: unknown = await response.json().catch(() => null);
    if (response.ok) return schema.parse(reply);
    const refusal = errorBodySchema.safeParse(reply);
    throw new StartError(
      refusal.success ? refusal.data.message : `The dashboard answered ${String(response.status)}.`,
    );
  };
}

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { StartError } from '../start-error';

const FILE_NAME = 'access-tokens.json';

/** 256 random bits in base64url. */
const tokenSchema = z.string().regex(/^[\w-]{43}$/);
const accessTokensSchema = z.strictObject({
  /** For windows and for pages of this machine's browser. */
  window: tokenSchema,
  /** For tools of this machine: import, feed. Other systems have keys of their own. */
  integration: tokenSchema,
  /** For wall windows of this machine: it only shows. */
  wall: tokenSchema,
});
/** Files of former versions have no token for the wall. */
const formerTokensSchema = accessTokensSchema.partial({ wall: true });
export type AccessTokens = z.infer<typeof accessTokensSchema>;

export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The tokens of a data directory, made at its first start and readable by their owner alone.
 * @throws StartError when the file is there but cannot be understood
 */
export function readOrCreateAccessTokens(dataDir: string): AccessTokens {
  const file = join(dataDir, FILE_NAME);
  if (existsSync(file)) return completed(file);
  const tokens: AccessTokens = {
    window: createToken(),
    integration: createToken(),
    wall: createToken(),
  };
  // `wx`: never over a file that another process has made meanwhile.
  writeFileSync(file, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return tokens;
}

/** @throws StartError when there is no such file, or none that can be understood */
export function readAccessTokens(dataDir: string): AccessTokens {
  return readFile(join(dataDir, FILE_NAME), accessTokensSchema);
}

function completed(file: string): AccessTokens {
  const former = readFile(file, formerTokensSchema);
  if (former.wall !== undefined) return { ...former, wall: former.wall };
  const tokens = { ...former, wall: createToken() };
  const next = `${file}.next`;
  writeFileSync(next, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, file);
  return tokens;
}

function readFile<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new StartError(
      `The access tokens in ${file} cannot be read. If the file is damaged, delete it: the next start makes new ones.`,
      { cause },
    );
  }
}

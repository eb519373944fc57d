import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { StartError } from '../start-error';

const FILE_NAME = 'access-tokens.json';

/** 256 random bits in base64url. */
const tokenSchema = z.string().regex(/^[\w-]{43}$/);
const accessTokensSchema = z.strictObject({
  /** For windows and for pages of this machine's browser. */
  window: tokenSchema,
  /** For other systems: call intake, GPS, feeds. */
  integration: tokenSchema,
});
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
  if (existsSync(file)) return readAccessTokens(dataDir);
  const tokens: AccessTokens = { window: createToken(), integration: createToken() };
  // `wx`: never over a file that another process has made meanwhile.
  writeFileSync(file, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return tokens;
}

/** @throws StartError when there is no such file, or none that can be understood */
export function readAccessTokens(dataDir: string): AccessTokens {
  const file = join(dataDir, FILE_NAME);
  try {
    return accessTokensSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new StartError(
      `The access tokens in ${file} cannot be read. If the file is damaged, delete it: the next start makes new ones.`,
      { cause },
    );
  }
}

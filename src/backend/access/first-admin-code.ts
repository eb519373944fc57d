import { randomBytes } from 'node:crypto';

import { createTokenCheck } from './access-list';

/** The one-time code of a server without accounts. It lives in this process alone, and is used up by the first account. */
export interface FirstAdminCode {
  /** For whoever started the server to read. */
  code: string;
  isRight(code: string): boolean;
}

export function createFirstAdminCode(): FirstAdminCode {
  const code = randomBytes(16).toString('base64url');
  return { code, isRight: createTokenCheck(code) };
}

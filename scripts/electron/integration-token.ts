import { readAccessTokens } from '../../src/backend/access/access-tokens';

/** By which a tool of this machine brings records to the backend of a data directory. */
export function integrationToken(dataDir: string | undefined): string {
  if (dataDir === undefined) throw new Error('a tool needs the data directory it was started on');
  return readAccessTokens(dataDir).integration;
}

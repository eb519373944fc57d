import { createTokenIssuer } from '../access/token-issuer';
import type { Clock } from '../clock';
import { readKeysFile } from '../keys/keys-file';
import { type Ask, askDashboard } from './ask-dashboard';

/**
 * Ask a running dashboard as an admin. Whoever can read its keys can make anybody's token; a tool on the server makes
 * itself one of a minute, and leaves no standing one behind.
 */
export function askAdmin(url: string, keysFile: string, clock: Clock): Ask {
  const issuer = createTokenIssuer(readKeysFile(keysFile), clock);
  return askDashboard(url, async () => {
    const { token } = await issuer.issue({ role: 'admin', id: 'console' }, { kind: 'console' });
    return token;
  });
}

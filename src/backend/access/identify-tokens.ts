import type { Identify } from './access-list';
import { actorOf } from './identity';
import type { TokenIssuer } from './token-issuer';

interface Deps {
  tokens: Pick<TokenIssuer, 'read'>;
  isRevoked: (sessionId: string) => boolean;
  /** Whether roles may be tried on here. */
  isDemo: boolean;
}

/** Finds whom a signed token stands for. */
export function identifyTokens({ tokens, isRevoked, isDemo }: Deps): Identify {
  return async (token) => {
    // Three parts between two dots; anything else costs no signature.
    if (token.split('.').length !== 3) return null;
    const read = await tokens.read(token);
    if (read === null) return null;
    const { principal, basis, expiresAtMs } = read;
    if (basis.kind === 'demo' && !isDemo) return null;
    if (basis.kind === 'session' && isRevoked(basis.sessionId)) return null;
    const credentialId = basis.kind === 'session' ? basis.sessionId : null;
    return { principal, actor: actorOf(principal), credentialId, expiresAtMs };
  };
}

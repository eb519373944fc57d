import type { Passwords } from '../../access/passwords';
import type { RefreshTokens } from '../../access/refresh-token';
import type { Revocations } from '../../access/revocations';
import type { TokenIssuer } from '../../access/token-issuer';
import type { Deps } from '../deps';

/** What the operations on accounts, sessions and keys need. */
export interface AccessDeps extends Pick<Deps, 'store' | 'clock' | 'city'> {
  tokens: TokenIssuer;
  refreshTokens: RefreshTokens;
  passwords: Passwords;
  revocations: Pick<Revocations, 'announce'>;
}

/** Who administers: a signed-in person, or with role null a tool on the server. */
export interface Administrator {
  id: string;
  role: 'admin' | 'supervisor' | null;
}

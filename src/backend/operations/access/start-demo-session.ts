import type { Principal } from '@shared/domain/access';
import type { DemoSession, SessionTokens } from '@shared/protocol/session';

import { requireKnown } from '../check-known';
import type { AccessDeps } from './access-deps';

/**
 * A role to try on in the demo. There is no account behind it and nothing to revoke: it runs out, and the
 * window asks again. @throws AppError validation_failed where the city has no such agency or display class
 */
export async function startDemoSession(
  { tokens, city }: Pick<AccessDeps, 'tokens' | 'city'>,
  wish: DemoSession,
): Promise<SessionTokens> {
  const principal = principalOf(wish, city);
  const { token, expiresAt } = await tokens.issue(principal, { kind: 'demo' });
  return { accessToken: token, expiresAt, refreshToken: null, principal, displayName: 'Demo' };
}

function principalOf(wish: DemoSession, city: AccessDeps['city']): Principal {
  const id = `demo-${wish.role}`;
  switch (wish.role) {
    case 'opd':
      requireKnown('agencyCode', wish.agencyCode, city.agencies, ({ code }) => code);
      return { ...wish, id };
    case 'display':
      requireKnown(
        'displayClass',
        wish.displayClass,
        city.privacy.displayClasses,
        ({ code }) => code,
      );
      return { ...wish, id };
    default:
      return { role: wish.role, id };
  }
}

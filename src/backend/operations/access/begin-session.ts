import { randomUUID } from 'node:crypto';

import type { Principal } from '@shared/domain/access';
import { DAY_MS, HOUR_MS } from '@shared/domain/time';
import type { SessionTokens } from '@shared/protocol/session';

import { hashSecret } from '../../access/refresh-token';
import type { Db } from '../../store/database';
import { insertSession, type SessionRow } from '../../store/sessions';
import type { AccessDeps } from './access-deps';

/** A person who has not been there for a shift signs in again; so does everyone once a week. */
const PERSON_IDLE_MS = 12 * HOUR_MS;
const PERSON_LIFE_MS = 7 * DAY_MS;
/** A display that was in a cupboard for longer is enrolled again. */
const DISPLAY_IDLE_MS = 90 * DAY_MS;

export type SessionOwner = { userId: string } | { displayId: string };

/** A session, in the transaction of what opens it. What is told of it is to be sent once that has committed. */
export async function beginSession(
  deps: Pick<AccessDeps, 'clock' | 'tokens' | 'refreshTokens'>,
  db: Db,
  owner: SessionOwner,
  who: { principal: Principal; displayName: string },
): Promise<SessionTokens> {
  const id = randomUUID();
  const refreshToken = deps.refreshTokens.create(id);
  const now = deps.clock.now();
  const session = {
    id,
    userId: 'userId' in owner ? owner.userId : null,
    displayId: 'displayId' in owner ? owner.displayId : null,
    createdAt: now,
  };
  await insertSession(db, {
    ...session,
    refreshHash: hashSecret(refreshToken),
    previousRefreshHash: null,
    refreshedAt: now,
    expiresAt: endOfSession(session, deps.clock.nowMs()),
    revokedAt: null,
    revokedReason: null,
  });
  return tokensOf(deps, id, refreshToken, who);
}

/** Until when a session is good that is used now. */
export function endOfSession(
  { userId, createdAt }: Pick<SessionRow, 'userId' | 'createdAt'>,
  nowMs: number,
): string {
  const endMs =
    userId === null
      ? nowMs + DISPLAY_IDLE_MS
      : Math.min(nowMs + PERSON_IDLE_MS, Date.parse(createdAt) + PERSON_LIFE_MS);
  return new Date(endMs).toISOString();
}

export async function tokensOf(
  { tokens }: Pick<AccessDeps, 'tokens'>,
  sessionId: string,
  refreshToken: string,
  { principal, displayName }: { principal: Principal; displayName: string },
): Promise<SessionTokens> {
  const { token, expiresAt } = await tokens.issue(principal, { kind: 'session', sessionId });
  return { accessToken: token, expiresAt, refreshToken, principal, displayName };
}

import { MINUTE_MS } from '@shared/domain/time';
import type { SessionTokens } from '@shared/protocol/session';

import { hashSecret } from '../../access/refresh-token';
import { appendAudit } from '../../audit/append-audit';
import { AppError } from '../../errors';
import type { Db } from '../../store/database';
import { findDisplay } from '../../store/displays';
import { lockSession, revokeSessions, type SessionRow, saveRefresh } from '../../store/sessions';
import { findUser, noteUserSeen } from '../../store/users';
import type { AccessDeps } from './access-deps';
import { endOfSession, tokensOf } from './begin-session';
import { type Who, whoIsDisplay, whoIsUser } from './who-is';

/**
 * So long the token before is taken again: its answer may have been lost on the way, and nobody is signed out
 * in the middle of an emergency because of a bad line.
 */
const GRACE_MS = MINUTE_MS;

type Outcome =
  | { kind: 'refreshed'; tokens: SessionTokens }
  | { kind: 'ended'; reason: 'ended' | 'disabled' }
  | { kind: 'reused'; revoked: string[] };

/**
 * The next pair of tokens of a session. Each refresh token is good once: an older one of the session can only be
 * shown by a thief, or by somebody who was robbed, and ends the session for both.
 * @throws AppError unauthorized, with `details.reason` ended | disabled | reused
 */
export async function refreshSession(
  deps: AccessDeps,
  refreshToken: string,
): Promise<SessionTokens> {
  const sessionId = deps.refreshTokens.sessionOf(refreshToken);
  if (sessionId === null) throw ended('ended');
  const { result: outcome } = await deps.store.transact(
    { kind: 'system', id: 'session' },
    async (tx): Promise<Outcome> => {
      const session = await lockSession(tx.db, sessionId);
      const now = deps.clock.now();
      if (session === null || session.expiresAt <= now) return { kind: 'ended', reason: 'ended' };
      // Disabling an account revokes its sessions as well: whoever was signed in is told which of the two it was.
      const who = await ownerOf(tx.db, session);
      if (who === null) return { kind: 'ended', reason: 'disabled' };
      if (session.revokedAt !== null) return { kind: 'ended', reason: 'ended' };
      const place = placeOf(session, hashSecret(refreshToken), deps.clock.nowMs());
      if (place === 'old') {
        const revoked = await revokeSessions(tx.db, { sessionId }, 'refresh token reused', now);
        await appendAudit(tx, {
          recordedAt: now,
          actor: { id: session.userId ?? session.displayId ?? session.id, role: null },
          action: 'session.refresh',
          subject: `session:${sessionId}`,
          outcome: 'refused',
          details: { reason: 'reused' },
          seq: null,
        });
        return { kind: 'reused', revoked };
      }
      if (session.userId !== null) await noteUserSeen(tx.db, session.userId, now);
      const next = deps.refreshTokens.create(sessionId);
      await saveRefresh(tx.db, {
        id: sessionId,
        refreshHash: hashSecret(next),
        previousRefreshHash:
          place === 'current' ? session.refreshHash : session.previousRefreshHash,
        // Not moved on by a repetition, or the token before would be good for ever.
        refreshedAt: place === 'current' ? now : session.refreshedAt,
        expiresAt: endOfSession(session, deps.clock.nowMs()),
      });
      return { kind: 'refreshed', tokens: await tokensOf(deps, sessionId, next, who) };
    },
  );
  switch (outcome.kind) {
    case 'refreshed':
      return outcome.tokens;
    case 'ended':
      throw ended(outcome.reason);
    case 'reused':
      deps.revocations.announce(outcome.revoked);
      throw ended('reused');
  }
}

function placeOf(
  { refreshHash, previousRefreshHash, refreshedAt }: SessionRow,
  hash: string,
  nowMs: number,
): 'current' | 'repeated' | 'old' {
  if (hash === refreshHash) return 'current';
  const isRecent = nowMs - Date.parse(refreshedAt) <= GRACE_MS;
  return hash === previousRefreshHash && isRecent ? 'repeated' : 'old';
}

/** Null where the account is disabled or the display revoked. */
async function ownerOf(db: Db, { userId, displayId }: SessionRow): Promise<Who | null> {
  if (userId !== null) {
    const user = await findUser(db, userId);
    return user === null || user.disabledAt !== null ? null : whoIsUser(user);
  }
  const display = displayId === null ? null : await findDisplay(db, displayId);
  return display === null || display.revokedAt !== null ? null : whoIsDisplay(display);
}

const REMEDIES = {
  ended: 'The session is over. Sign in again.',
  disabled: 'The account was disabled. Ask an admin.',
  reused: 'The session was used from two places and has been ended. Sign in again.',
} as const;

function ended(reason: keyof typeof REMEDIES): AppError {
  return new AppError('unauthorized', REMEDIES[reason], { reason });
}

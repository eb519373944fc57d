import { randomBytes, randomInt, randomUUID } from 'node:crypto';

import { MINUTE_MS } from '@shared/domain/time';
import type { ApproveEnrolment, ClaimReply, Enrolment } from '@shared/protocol/displays';

import { hashSecret } from '../../access/refresh-token';
import { appendAudit } from '../../audit/append-audit';
import { AppError } from '../../errors';
import {
  countEnrolments,
  deleteEnrolment,
  findDisplay,
  insertDisplay,
  insertEnrolment,
  lockEnrolment,
  pruneEnrolments,
  saveEnrolledDisplay,
} from '../../store/displays';
import { requireKnown } from '../check-known';
import type { AccessDeps, Administrator } from './access-deps';
import { beginSession } from './begin-session';
import { whoIsDisplay } from './who-is';

const CODE_LIFE_MS = 10 * MINUTE_MS;
/** More walls than any room has; further ones wait until a code has expired. */
const MAX_WAITING = 50;
/** Without 0 O 1 I L, which people confuse on a wall. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 6;
const ACTOR = { kind: 'system', id: 'displays' } as const;

/** A wall asks to be let in. @throws AppError rate_limited where too many do */
export async function requestEnrolment({
  store,
  clock,
}: Pick<AccessDeps, 'store' | 'clock'>): Promise<Enrolment> {
  const code = Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  const claimSecret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(clock.nowMs() + CODE_LIFE_MS).toISOString();
  await store.transact(ACTOR, async ({ db }) => {
    const now = clock.now();
    await pruneEnrolments(db, now);
    if ((await countEnrolments(db, now)) >= MAX_WAITING)
      throw new AppError(
        'rate_limited',
        `${MAX_WAITING} displays wait to be enrolled already. Try again in some minutes.`,
        { retryAfterSeconds: 60 },
      );
    const row = { codeHash: hashSecret(code), claimHash: hashSecret(claimSecret), expiresAt };
    if (!(await insertEnrolment(db, { ...row, createdAt: now, displayId: null })))
      throw new AppError('unavailable', 'This code was given out already. Ask for another.');
  });
  return { code, claimSecret, expiresAt };
}

/**
 * A supervisor vouches for the wall that shows a code: who sees it is known.
 * @throws AppError not_found where no wall shows it any more | validation_failed
 */
export async function approveEnrolment(
  { store, clock, city }: Pick<AccessDeps, 'store' | 'clock' | 'city'>,
  code: string,
  { name, displayClass }: ApproveEnrolment,
  by: Administrator,
): Promise<{ id: string }> {
  requireKnown('displayClass', displayClass, city.privacy.displayClasses, (one) => one.code);
  const id = randomUUID();
  await store.transact(ACTOR, async (tx) => {
    const enrolment = await lockEnrolment(tx.db, { codeHash: hashSecret(code) });
    const now = clock.now();
    if (enrolment === null || enrolment.expiresAt <= now || enrolment.displayId !== null)
      throw new AppError(
        'not_found',
        'No display shows this code. Codes change every ten minutes: look again.',
      );
    const display = { id, name, displayClass, enrolledBy: by.id, enrolledAt: now, revokedAt: null };
    await insertDisplay(tx.db, display);
    await saveEnrolledDisplay(tx.db, enrolment.codeHash, id);
    await appendAudit(tx, {
      recordedAt: now,
      actor: { id: by.id, role: by.role },
      action: 'display.enrol',
      subject: `display:${id}`,
      outcome: 'done',
      details: { displayClass },
      seq: null,
    });
  });
  return { id };
}

/** The wall asks whether somebody has typed its code; what it is given then, it is given once. @throws AppError not_found */
export async function claimEnrolment(deps: AccessDeps, claimSecret: string): Promise<ClaimReply> {
  const { result } = await deps.store.transact(ACTOR, async ({ db }): Promise<ClaimReply> => {
    const enrolment = await lockEnrolment(db, { claimHash: hashSecret(claimSecret) });
    if (enrolment === null || enrolment.expiresAt <= deps.clock.now()) throw expired();
    if (enrolment.displayId === null) return { kind: 'waiting' };
    const display = await findDisplay(db, enrolment.displayId);
    await deleteEnrolment(db, enrolment.codeHash);
    if (display === null || display.revokedAt !== null) throw expired();
    const tokens = await beginSession(deps, db, { displayId: display.id }, whoIsDisplay(display));
    return { kind: 'enrolled', tokens };
  });
  return result;
}

const expired = (): AppError =>
  new AppError('not_found', 'The code has expired. Ask for a new one.');

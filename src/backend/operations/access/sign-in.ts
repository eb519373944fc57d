import type { SessionTokens, SignIn } from '@shared/protocol/session';

import { appendAudit } from '../../audit/append-audit';
import { AppError } from '../../errors';
import { findUserByUsername, noteUserSeen, type UserRow } from '../../store/users';
import type { AccessDeps } from './access-deps';
import { beginSession } from './begin-session';
import { type Attempt, countAttempt, forgiveAttempt } from './count-attempt';
import { whoIsUser } from './who-is';

const ACTOR = { kind: 'system', id: 'session' } as const;

/**
 * Sign in with a name and a password. An unknown name, a wrong password and a disabled account are one answer,
 * given in the same time.
 * @param address the attempt comes from, as limits count it
 * @throws AppError unauthorized | rate_limited, with `details.retryAfterSeconds`
 */
export async function signIn(
  deps: AccessDeps,
  { username, password }: SignIn,
  address: string,
): Promise<SessionTokens> {
  const { store, clock, passwords } = deps;
  const attempt: Attempt = { username, address };
  const { result: admission } = await store.transact(ACTOR, ({ db }) =>
    countAttempt(db, attempt, clock),
  );
  if (admission.kind === 'wait') throw tooSoon(Math.ceil(admission.ms / 1_000));

  const user = await findUserByUsername(store.db, username);
  const isRight = await passwords.isRight(password, user?.passwordHash ?? null);
  if (user === null || !isRight || user.disabledAt !== null) {
    await noteRefusal(deps, user);
    throw new AppError('unauthorized', 'The user name or the password is not right.');
  }
  const { result } = await store.transact(ACTOR, async (tx) => {
    await forgiveAttempt(tx.db, attempt, admission, clock);
    await noteUserSeen(tx.db, user.id, clock.now());
    const who = whoIsUser(user);
    const tokens = await beginSession(deps, tx.db, { userId: user.id }, who);
    await appendAudit(tx, {
      recordedAt: clock.now(),
      actor: { id: user.id, role: user.role },
      action: 'session.signIn',
      subject: `user:${user.id}`,
      outcome: 'done',
      details: { isKnownAddress: admission.isKnown },
      seq: null,
    });
    return tokens;
  });
  return result;
}

/** Of an account there is; names that nobody has are counted, not recorded: they may be passwords typed one field too high. */
async function noteRefusal({ store, clock }: AccessDeps, user: UserRow | null): Promise<void> {
  if (user === null) return;
  await store.transact(ACTOR, (tx) =>
    appendAudit(tx, {
      recordedAt: clock.now(),
      actor: { id: user.id, role: user.role },
      action: 'session.signIn',
      subject: `user:${user.id}`,
      outcome: 'refused',
      details: { reason: user.disabledAt === null ? 'password' : 'disabled' },
      seq: null,
    }),
  );
}

const tooSoon = (seconds: number): AppError =>
  new AppError(
    'rate_limited',
    `Too many attempts failed. Wait ${seconds} s; a right password that comes too soon is not looked at.`,
    { retryAfterSeconds: seconds },
  );

import { createHash } from 'node:crypto';

import {
  type Counter,
  countersFor,
  currentFailures,
  type Failures,
  FORGET_AFTER_MS,
  KNOWN_FOR_MS,
  withFailure,
} from '../../access/sign-in-delay';
import type { Clock } from '../../clock';
import type { Db } from '../../store/database';
import {
  deleteFailures,
  type FailureRow,
  lockFailures,
  pruneFailures,
  saveFailures,
} from '../../store/sign-in-failures';

/** Who tries, from where. */
export interface Attempt {
  username: string;
  address: string;
}

export type Admission = { kind: 'go'; isKnown: boolean } | { kind: 'wait'; ms: number };

const KNOWN_PREFIX = 'known:';

/**
 * Count an attempt as failed before its password is looked at, so that a hundred at once are a hundred; or hold
 * it up, uncounted. `forgiveAttempt` takes it back.
 */
export async function countAttempt(db: Db, attempt: Attempt, clock: Clock): Promise<Admission> {
  // One reading for both: a row begun a millisecond after `nowMs` would hold up the first attempt of all.
  const now = clock.now();
  const nowMs = Date.parse(now);
  const subjects = subjectsOf(attempt);
  const { account, address, pair, known } = subjects;
  const rows = await lockFailures(db, {
    always: [account, address, pair],
    others: [known],
    now,
  });
  const bySubject = new Map(rows.map((row) => [row.subject, toFailures(row)]));
  const stored = bySubject.get(known);
  const isKnown = stored !== undefined && nowMs - stored.lastFailedAtMs < KNOWN_FOR_MS;
  const current = (counter: Counter) =>
    currentFailures(counter, bySubject.get(subjects[counter]), nowMs);

  const { hold, count } = countersFor(isKnown, current('pair'));
  const waitMs = Math.max(...hold.map((counter) => current(counter).blockedUntilMs - nowMs));
  if (waitMs > 0) return { kind: 'wait', ms: waitMs };
  for (const counter of count)
    await saveFailures(db, toRow(subjects[counter], withFailure(counter, current(counter), nowMs)));
  return { kind: 'go', isKnown };
}

/** It was the right password: take the attempt back, and know the address from now on. */
export async function forgiveAttempt(
  db: Db,
  attempt: Attempt,
  { isKnown }: { isKnown: boolean },
  clock: Clock,
): Promise<void> {
  const nowMs = clock.nowMs();
  const { account, address, pair, known } = subjectsOf(attempt);
  const cleared = { failures: 0, lastFailedAtMs: nowMs, blockedUntilMs: nowMs };
  await saveFailures(db, toRow(known, cleared));
  if (isKnown) return;
  const rows = await lockFailures(db, { always: [account, address], others: [], now: clock.now() });
  for (const row of rows) {
    const before = toFailures(row);
    const failures = Math.max(0, before.failures - 1);
    await saveFailures(db, toRow(row.subject, { ...before, failures, blockedUntilMs: nowMs }));
  }
  await deleteFailures(db, pair);
}

/** Forget what counts no longer. */
export async function pruneAttempts(db: Db, clock: Clock): Promise<void> {
  const before = (ms: number) => new Date(clock.nowMs() - ms).toISOString();
  await pruneFailures(db, {
    prefix: KNOWN_PREFIX,
    before: before(KNOWN_FOR_MS),
    othersBefore: before(FORGET_AFTER_MS),
  });
}

/** Neither names nor addresses are kept, only hashes of them. */
function subjectsOf({ username, address }: Attempt): Record<Counter, string> {
  const hash = (...parts: string[]) =>
    createHash('sha256').update(parts.join('\n')).digest('base64url');
  return {
    account: `account:${hash(username)}`,
    address: `address:${hash(address)}`,
    pair: `pair:${hash(username, address)}`,
    known: `${KNOWN_PREFIX}${hash(username, address)}`,
  };
}

function toFailures({ failures, lastFailedAt, blockedUntil }: FailureRow): Failures {
  return {
    failures,
    lastFailedAtMs: Date.parse(lastFailedAt),
    blockedUntilMs: Date.parse(blockedUntil),
  };
}

function toRow(subject: string, state: Failures): FailureRow {
  return {
    subject,
    failures: state.failures,
    lastFailedAt: new Date(state.lastFailedAtMs).toISOString(),
    blockedUntil: new Date(state.blockedUntilMs).toISOString(),
  };
}

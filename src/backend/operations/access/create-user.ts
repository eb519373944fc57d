import { randomUUID } from 'node:crypto';

import type { PersonRole } from '@shared/domain/access-terms';
import type { User } from '@shared/protocol/session';
import type { CreateUser } from '@shared/protocol/users';

import { requireGoodPassword } from '../../access/password-rules';
import { appendAudit } from '../../audit/append-audit';
import { AppError } from '../../errors';
import type { Tx } from '../../store/transact';
import { insertUser, toUser, type UserRow } from '../../store/users';
import { requireKnown } from '../check-known';
import type { AccessDeps, Administrator } from './access-deps';

/** @throws AppError validation_failed: a name that is taken, a password that is easily guessed, an unknown agency */
export async function createUser(
  deps: Pick<AccessDeps, 'store' | 'clock' | 'city' | 'passwords'>,
  command: CreateUser,
  by: Administrator,
): Promise<User> {
  const row = await newUser(deps, command);
  await deps.store.transact({ kind: 'system', id: 'users' }, (tx) => addUser(deps, tx, row, by));
  return toUser(row);
}

/** The account to be, checked; its password is hashed outside of any transaction. */
export async function newUser(
  { clock, city, passwords }: Pick<AccessDeps, 'clock' | 'city' | 'passwords'>,
  command: CreateUser,
): Promise<UserRow> {
  const { username, displayName, role } = command;
  const agencyCode = requireAgency({ city }, role, command.agencyCode ?? null);
  await requireGoodPassword(command.password, [username, displayName, city.city.name]);
  const now = clock.now();
  return {
    id: randomUUID(),
    username,
    displayName,
    role,
    agencyCode,
    passwordHash: await passwords.hash(command.password),
    createdAt: now,
    passwordChangedAt: now,
    lastSeenAt: null,
    disabledAt: null,
  };
}

export async function addUser(
  { clock }: Pick<AccessDeps, 'clock'>,
  tx: Tx,
  row: UserRow,
  { id, role }: Administrator,
): Promise<void> {
  if (!(await insertUser(tx.db, row)))
    throw new AppError(
      'validation_failed',
      `There is an account named ${row.username} already. Choose another user name.`,
      { field: 'username' },
    );
  await appendAudit(tx, {
    recordedAt: clock.now(),
    actor: { id, role },
    action: 'user.create',
    subject: `user:${row.id}`,
    outcome: 'done',
    details: { role: row.role, agencyCode: row.agencyCode },
    seq: null,
  });
}

/** An `opd` has an agency of the city's, all others none. @throws AppError validation_failed */
export function requireAgency(
  { city }: Pick<AccessDeps, 'city'>,
  role: PersonRole,
  agencyCode: string | null,
): string | null {
  if (role !== 'opd') {
    if (agencyCode === null) return null;
    throw new AppError('validation_failed', `Only an opd belongs to an agency, not ${role}.`, {
      field: 'agencyCode',
    });
  }
  if (agencyCode === null)
    throw new AppError('validation_failed', 'An opd needs the code of its agency.', {
      field: 'agencyCode',
    });
  return requireKnown('agencyCode', agencyCode, city.agencies, ({ code }) => code).code;
}

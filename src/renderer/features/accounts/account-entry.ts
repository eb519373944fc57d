import type { PersonRole } from '@shared/domain/access-terms';
import type { User } from '@shared/protocol/session';
import type { ChangeUser } from '@shared/protocol/users';

/** What the form holds. */
export interface Entry {
  displayName: string;
  username: string;
  password: string;
  role: PersonRole;
  agencyCode: string | null;
}

export function entryOf(user: User | null): Entry {
  return {
    displayName: user?.displayName ?? '',
    username: user?.username ?? '',
    password: '',
    role: user?.role ?? 'operator',
    agencyCode: user?.agencyCode ?? null,
  };
}

/** Only what is otherwise: all but a new name ends the user's sessions. */
export function changeOf(user: User, { displayName, role, agencyCode }: Entry): ChangeUser {
  const isOther = role !== user.role || (role === 'opd' && agencyCode !== user.agencyCode);
  return {
    ...(displayName.trim() !== user.displayName && { displayName: displayName.trim() }),
    ...(isOther && { role }),
    ...(isOther && role === 'opd' && agencyCode !== null && { agencyCode }),
  };
}

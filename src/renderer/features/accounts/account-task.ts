import type { User } from '@shared/protocol/session';

/** What an admin is about to do with an account. */
export type AccountTask =
  | { kind: 'create' }
  | { kind: 'edit' | 'password' | 'disable' | 'enable'; user: User };

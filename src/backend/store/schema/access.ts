import type { Action, PersonRole } from '@shared/domain/access-terms';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';

import { instant } from '../instant-column';

/** People with an account. Nobody is deleted: an account is disabled, and what it did keeps its id. */
export const users = pgTable('users', {
  id: text().primaryKey(),
  username: text().notNull().unique(),
  displayName: text().notNull(),
  role: text().$type<PersonRole>().notNull(),
  /** Of an `opd`; null for all others. */
  agencyCode: text(),
  /** Argon2id, in its own encoding with salt and parameters. */
  passwordHash: text().notNull(),
  createdAt: instant().notNull(),
  passwordChangedAt: instant().notNull(),
  lastSeenAt: instant(),
  disabledAt: instant(),
});

/** Signed-in people and enrolled displays. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text().references(() => users.id),
    displayId: text(),
    /** SHA-256 of the refresh token that is good now. */
    refreshHash: text(),
    /** Of the one before: whoever shows it again has stolen it, or was robbed. */
    previousRefreshHash: text(),
    createdAt: instant().notNull(),
    refreshedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    revokedReason: text(),
  },
  (table) => [
    index().on(table.userId),
    index().on(table.displayId),
    index('sessions_revoked').on(table.revokedAt).where(sql`${table.revokedAt} is not null`),
    uniqueIndex('sessions_refresh').on(table.refreshHash),
    index('sessions_previous_refresh').on(table.previousRefreshHash),
  ],
);

/** Walls that were enrolled, and the codes of those that want to be. */
export const displays = pgTable('displays', {
  id: text().primaryKey(),
  name: text().notNull(),
  displayClass: text().notNull(),
  enrolledAt: instant().notNull(),
  enrolledBy: text().notNull(),
  revokedAt: instant(),
});

/** A display that shows a code and waits for a supervisor to type it. Pruned when it has expired. */
export const displayEnrolments = pgTable('display_enrolments', {
  /** SHA-256 of what is shown on the wall. */
  codeHash: text().primaryKey(),
  /** SHA-256 of what the wall itself proves to be the one that showed the code. */
  claimHash: text().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  /** Once a supervisor has typed it. */
  displayId: text(),
});

/** Keys of other systems: only a hash is kept. */
export const apiKeys = pgTable('api_keys', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** The one source whose records it brings. */
  source: text().notNull(),
  scopes: jsonb().$type<Action[]>().notNull(),
  keyHash: text().notNull().unique(),
  createdAt: instant().notNull(),
  createdBy: text().notNull(),
  lastUsedAt: instant(),
  revokedAt: instant(),
});

/** Failed sign-ins by account and by address, for the growing delay. Pruned by age. */
export const signInFailures = pgTable('sign_in_failures', {
  /** `account:<hash>` or `address:<hash>`. */
  subject: text().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: instant().notNull(),
  blockedUntil: instant().notNull(),
});

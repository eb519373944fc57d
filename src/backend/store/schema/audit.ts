import type { Role } from '@shared/domain/access-terms';
import { bigint, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';

import { instant } from '../instant-column';

/** One row: the end of the chain. Its lock is held to commit, so that each entry knows the one before. */
export const auditHead = pgTable('audit_head', {
  id: integer().primaryKey().default(1),
  number: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
});

/** What people and administrative tools did. Only ever appended to; a trigger refuses all else. */
export const audit = pgTable(
  'audit',
  {
    /** From 1, no gaps. */
    number: bigint({ mode: 'number' }).primaryKey(),
    recordedAt: instant().notNull(),
    actorId: text().notNull(),
    /** Null: a tool on the server. */
    role: text().$type<Role>(),
    /** An `Action`, or an act of the account itself such as `session.signIn`. */
    action: text().notNull(),
    /** `incident:<id>`, `user:<id>`, …; null where it concerns nothing in particular. */
    subject: text(),
    outcome: text().$type<'done' | 'refused'>().notNull(),
    /** Facts for a reader, never a person's data or a secret. */
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Seq of the last change it made; null where it made none. */
    seq: bigint({ mode: 'number' }),
    /** SHA-256 over the previous hash and this row's other columns in their canonical form. */
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    index().on(table.recordedAt),
    index().on(table.actorId, table.number),
    index().on(table.subject, table.number),
  ],
);

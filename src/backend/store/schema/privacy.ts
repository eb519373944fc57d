import { index, pgTable, text } from 'drizzle-orm/pg-core';

import { instant } from '../instant-column';

/**
 * What is known of persons, apart from everything else: one sealed text (AES-256-GCM) per incident or call. It is
 * in no change, no list and no search.
 */
export const personalData = pgTable(
  'personal_data',
  {
    /** `incident:<id>` or `call:<id>`; also bound into the seal, so that rows cannot be exchanged. */
    subject: text().primaryKey(),
    /** `<key id>.<nonce>.<ciphertext and tag>`, base64url. */
    sealed: text().notNull(),
    /** Which key sealed it: what a rotation still has to do. */
    keyId: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [index().on(table.keyId)],
);

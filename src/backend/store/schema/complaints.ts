import type { Complaint, ComplaintState } from '@shared/domain/complaint';
import { index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core';

import { instant } from '../instant-column';
import { placeColumns, provenanceColumns } from './common-columns';

export const complaints = pgTable(
  'complaints',
  {
    id: text().primaryKey(),
    number: text().notNull().unique(),
    categoryCode: text().notNull(),
    class: text().$type<Complaint['class']>().notNull(),
    channel: text().$type<Complaint['channel']>().notNull(),
    state: text().$type<ComplaintState>().notNull(),
    /** When it entered its state: what the next step may not precede. */
    stateSince: instant().notNull(),
    ...placeColumns(),
    agencyCode: text().notNull(),
    receivedAt: instant().notNull(),
    firstResponseAt: instant(),
    dueAt: instant().notNull(),
    endedAt: instant(),
    ...provenanceColumns(),
    version: integer().notNull(),
  },
  (table) => [
    unique('complaints_provenance').on(table.source, table.externalId),
    index().on(table.receivedAt, table.id),
    index().on(table.endedAt),
  ],
);

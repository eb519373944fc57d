import type { Complaint, ComplaintState } from '@shared/domain/complaint';
import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';

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

/**
 * Each step a complaint took: what its own row forgets when it is opened again, and figures of the past need.
 * It stays when the change log is pruned.
 */
export const complaintSteps = pgTable(
  'complaint_steps',
  {
    complaintId: text()
      .notNull()
      .references(() => complaints.id),
    /** Of the complaint after the step: their order. */
    version: integer().notNull(),
    toState: text().$type<ComplaintState>().notNull(),
    /** When it happened, as reported. */
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.complaintId, table.version] }),
    index('complaint_steps_reopenings')
      .on(table.at)
      .where(sql`${table.toState} = 'dibuka_kembali'`),
  ],
);

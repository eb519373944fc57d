import type { CallType } from '@shared/domain/call';
import type { IncidentState } from '@shared/domain/incident';
import type { Priority } from '@shared/domain/priority';
import type { Actor } from '@shared/protocol/changes';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';

import { instant } from '../instant-column';
import { placeColumns, provenanceColumns } from './common-columns';

export const calls = pgTable(
  'calls',
  {
    id: text().primaryKey(),
    type: text().$type<CallType>().notNull(),
    receivedAt: instant().notNull(),
    answeredAt: instant(),
    endedAt: instant(),
    incidentId: text(),
    ...provenanceColumns(),
  },
  (table) => [
    unique('calls_provenance').on(table.source, table.externalId),
    index().on(table.receivedAt, table.id),
  ],
);

export const incidents = pgTable(
  'incidents',
  {
    id: text().primaryKey(),
    number: text().notNull().unique(),
    categoryCode: text().notNull(),
    subcategoryCode: text(),
    priority: text().$type<Priority>().notNull(),
    state: text().$type<IncidentState>().notNull(),
    ...placeColumns(),
    agencyCodes: text().array().notNull(),
    /** The first milestone, or when it was recorded: the order of lists. */
    startedAt: instant().notNull(),
    callReceivedAt: instant(),
    callAnsweredAt: instant(),
    verifiedAt: instant(),
    forwardedAt: instant(),
    acknowledgedAt: instant(),
    dispatchedAt: instant(),
    enRouteAt: instant(),
    onSceneAt: instant(),
    underControlAt: instant(),
    resolvedAt: instant(),
    closedAt: instant(),
    endedAt: instant(),
    noteCount: integer().notNull(),
    ...provenanceColumns(),
    version: integer().notNull(),
  },
  (table) => [
    unique('incidents_provenance').on(table.source, table.externalId),
    index().on(table.startedAt, table.id),
    index().on(table.endedAt),
  ],
);

/** What people wrote about an incident: it never travels in the change log. */
export const notes = pgTable(
  'notes',
  {
    id: text().primaryKey(),
    incidentId: text()
      .notNull()
      .references(() => incidents.id),
    text: text().notNull(),
    recordedAt: instant().notNull(),
    actor: jsonb().$type<Actor>().notNull(),
  },
  (table) => [index().on(table.incidentId, table.recordedAt)],
);

export const assignments = pgTable(
  'assignments',
  {
    id: text().primaryKey(),
    incidentId: text()
      .notNull()
      .references(() => incidents.id),
    unitId: text().notNull(),
    dispatchedAt: instant().notNull(),
    enRouteAt: instant(),
    onSceneAt: instant(),
    transportingAt: instant(),
    atHospitalAt: instant(),
    clearedAt: instant(),
  },
  (table) => [
    index().on(table.incidentId),
    // A unit is on one incident at a time: the database itself refuses a second.
    uniqueIndex('assignments_active_unit').on(table.unitId).where(sql`${table.clearedAt} is null`),
  ],
);

import type { UnitStatusMeaning } from '@shared/domain/unit-status';
import { boolean, doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { instant } from '../instant-column';

export const units = pgTable('units', {
  id: text().primaryKey(),
  agencyCode: text().notNull(),
  stationCode: text().notNull(),
  kind: text().notNull(),
  statusCode: text().notNull(),
  statusMeaning: text().$type<UnitStatusMeaning>().notNull(),
  statusSince: instant().notNull(),
  isSos: boolean().notNull(),
  /** No longer in the city pack; kept for the past records that name it. */
  retiredAt: instant(),
  version: integer().notNull(),
});

/** Latest position per unit; written in bulk by the position lane, outside the change log. */
export const unitPositions = pgTable('unit_positions', {
  unitId: text().primaryKey(),
  lng: doublePrecision().notNull(),
  lat: doublePrecision().notNull(),
  headingDeg: doublePrecision(),
  speedMps: doublePrecision(),
  observedAt: instant().notNull(),
});

/**
 * Where units were, thinned. Partitioned by day of `observed_at` (UTC): one table a day, named
 * `position_history_20261124`, made ahead and dropped whole (`position-history.ts`).
 */
export const positionHistory = pgTable(
  'position_history',
  {
    unitId: text().notNull(),
    observedAt: instant().notNull(),
    lng: doublePrecision().notNull(),
    lat: doublePrecision().notNull(),
    headingDeg: doublePrecision(),
    speedMps: doublePrecision(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.observedAt] })],
);

import type { OfficialBoundaries } from '@shared/domain/boundaries';
import { integer, json, pgTable } from 'drizzle-orm/pg-core';

import { instant } from '../instant-column';

/** One row or none: the official boundaries in force. `json`, not `jsonb`: coordinates stay as they were written. */
export const boundaries = pgTable('boundaries', {
  id: integer().primaryKey().default(1),
  data: json().$type<OfficialBoundaries>().notNull(),
  importedAt: instant().notNull(),
});

import { type OfficialBoundaries, officialBoundariesSchema } from '@shared/domain/boundaries';
import type { Instant } from '@shared/domain/time';

import type { Db } from './database';
import { boundaries } from './schema/boundaries';

/** The official boundaries in force; null: the city pack's own are. */
export async function readBoundaries(db: Db): Promise<OfficialBoundaries | null> {
  const [row] = await db.select({ data: boundaries.data }).from(boundaries);
  return row === undefined ? null : officialBoundariesSchema.parse(row.data);
}

/** Put boundaries in the place of those there are, or with null take them away. */
export async function writeBoundaries(
  db: Db,
  data: OfficialBoundaries | null,
  importedAt: Instant,
): Promise<void> {
  await db.delete(boundaries);
  if (data !== null) await db.insert(boundaries).values({ data, importedAt });
}

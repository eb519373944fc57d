import type { PositionTuple } from '@shared/protocol/positions';
import { eq, isNull, lt, sql } from 'drizzle-orm';

import type { Db } from './database';
import { unitPositions, units } from './schema/units';

/** Latest positions of the units in service. */
export async function readPositions(db: Db): Promise<PositionTuple[]> {
  const rows = await db
    .select({ position: unitPositions })
    .from(unitPositions)
    .innerJoin(units, eq(units.id, unitPositions.unitId))
    .where(isNull(units.retiredAt))
    .orderBy(unitPositions.unitId);
  return rows.map(({ position }) => [
    position.unitId,
    position.lng,
    position.lat,
    position.headingDeg,
    position.speedMps,
    Date.parse(position.observedAt),
  ]);
}

/** Write many at once; an older position never replaces a newer one. At most one tuple per unit. */
export async function savePositions(db: Db, positions: readonly PositionTuple[]): Promise<void> {
  for (let start = 0; start < positions.length; start += ROWS) {
    const rows = positions
      .slice(start, start + ROWS)
      .map(([unitId, lng, lat, headingDeg, speedMps, observedAtMs]) => ({
        unitId,
        lng,
        lat,
        headingDeg,
        speedMps,
        observedAt: new Date(observedAtMs).toISOString(),
      }));
    await db
      .insert(unitPositions)
      .values(rows)
      .onConflictDoUpdate({
        target: unitPositions.unitId,
        set: {
          lng: sql`excluded.lng`,
          lat: sql`excluded.lat`,
          headingDeg: sql`excluded.heading_deg`,
          speedMps: sql`excluded.speed_mps`,
          observedAt: sql`excluded.observed_at`,
        },
        setWhere: lt(unitPositions.observedAt, sql`excluded.observed_at`),
      });
  }
}

/** A statement may carry 65,535 parameters at most; a row has six. */
const ROWS = 1_000;

import type { PositionTuple } from '@shared/protocol/positions';
import { eq, isNull, sql } from 'drizzle-orm';

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

/**
 * Write many at once; an older position never replaces a newer one. At most one tuple per unit.
 * The rows travel as one JSON parameter: binding six parameters for each of thousands of rows takes four times
 * as long, and the embedded database does nothing else meanwhile.
 */
export async function savePositions(db: Db, positions: readonly PositionTuple[]): Promise<void> {
  for (let start = 0; start < positions.length; start += ROWS) {
    const rows = JSON.stringify(positions.slice(start, start + ROWS).map(toRow));
    await db.execute(sql`
      insert into ${unitPositions} (unit_id, lng, lat, heading_deg, speed_mps, observed_at)
      select unit_id, lng, lat, heading_deg, speed_mps, observed_at
      from jsonb_to_recordset(${rows}::jsonb) as reported (
        unit_id text, lng float8, lat float8, heading_deg float8, speed_mps float8,
        observed_at timestamptz
      )
      on conflict (unit_id) do update set
        lng = excluded.lng, lat = excluded.lat, heading_deg = excluded.heading_deg,
        speed_mps = excluded.speed_mps, observed_at = excluded.observed_at
      where ${unitPositions.observedAt} < excluded.observed_at`);
  }
}

/** Between two statements others get their turn. */
const ROWS = 1_000;

function toRow([unitId, lng, lat, headingDeg, speedMps, observedAtMs]: PositionTuple) {
  return {
    unit_id: unitId,
    lng,
    lat,
    heading_deg: headingDeg,
    speed_mps: speedMps,
    observed_at: new Date(observedAtMs).toISOString(),
  };
}

import type { Area } from '@shared/domain/area';
import type { LngLat } from '@shared/domain/lng-lat';
import { and, isNotNull } from 'drizzle-orm';

import type { Db } from './database';
import { areaOf } from './place-columns';
import { complaints } from './schema/complaints';
import { incidents } from './schema/incidents';

export interface PositionedRecord {
  kind: 'incident' | 'complaint';
  id: string;
  number: string;
  version: number;
  area: Area;
  lngLat: LngLat;
}

/** Every record that has a position, ended ones too: incidents, then complaints, each by number. */
export async function listPositionedRecords(db: Db): Promise<PositionedRecord[]> {
  return [
    ...(await readPlaces(db, incidents)).map((row) => ({ kind: 'incident' as const, ...row })),
    ...(await readPlaces(db, complaints)).map((row) => ({ kind: 'complaint' as const, ...row })),
  ];
}

async function readPlaces(
  db: Db,
  table: typeof incidents | typeof complaints,
): Promise<Omit<PositionedRecord, 'kind'>[]> {
  const rows = await db
    .select({
      id: table.id,
      number: table.number,
      version: table.version,
      areaKind: table.areaKind,
      kecamatanCode: table.kecamatanCode,
      kelurahanCode: table.kelurahanCode,
      kecamatanText: table.kecamatanText,
      kelurahanText: table.kelurahanText,
      lng: table.lng,
      lat: table.lat,
    })
    .from(table)
    .where(and(isNotNull(table.lng), isNotNull(table.lat)))
    .orderBy(table.number);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    version: row.version,
    area: areaOf(row),
    // The condition leaves out rows without.
    lngLat: [row.lng ?? 0, row.lat ?? 0],
  }));
}

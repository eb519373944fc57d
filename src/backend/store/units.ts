import type { Instant } from '@shared/domain/time';
import type { Unit } from '@shared/domain/unit';
import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';

import type { Db } from './database';
import { allOf, type Page, toPage } from './page';
import { units } from './schema/units';

type UnitRow = typeof units.$inferSelect;

export function toUnit({ retiredAt: _, ...unit }: UnitRow): Unit {
  return unit;
}

/** Every unit that is in service, by call sign. */
export async function readUnits(db: Db): Promise<Unit[]> {
  const rows = await db.select().from(units).where(isNull(units.retiredAt)).orderBy(asc(units.id));
  return rows.map(toUnit);
}

export async function findUnit(db: Db, id: string): Promise<Unit | null> {
  const [row] = await db
    .select()
    .from(units)
    .where(and(eq(units.id, id), isNull(units.retiredAt)));
  return row ? toUnit(row) : null;
}

/**
 * Those of the units that are in service, held against others until the transaction ends. They are locked in
 * the order of their ids, so that two transactions that want the same ones cannot wait for each other.
 */
export async function lockUnits(db: Db, ids: readonly string[]): Promise<Unit[]> {
  const rows = await db
    .select()
    .from(units)
    .where(and(inArray(units.id, [...ids]), isNull(units.retiredAt)))
    .orderBy(asc(units.id))
    .for('update');
  return rows.map(toUnit);
}

/** Insert or overwrite; a retired unit of this id is in service again. */
export async function saveUnit(db: Db, unit: Unit): Promise<void> {
  const { id, ...values } = unit;
  await db
    .insert(units)
    .values({ ...unit, retiredAt: null })
    .onConflictDoUpdate({ target: units.id, set: { ...values, retiredAt: null } });
}

export async function saveUnitStatus(db: Db, unit: Unit): Promise<void> {
  const { id, statusCode, statusMeaning, statusSince, isSos, version } = unit;
  await db
    .update(units)
    .set({ statusCode, statusMeaning, statusSince, isSos, version })
    .where(eq(units.id, id));
}

export async function retireUnit(db: Db, id: string, retiredAt: Instant): Promise<void> {
  await db.update(units).set({ retiredAt }).where(eq(units.id, id));
}

/** The version a unit of this id had when it was last in service; 0: never. */
export async function lastUnitVersion(db: Db, id: string): Promise<number> {
  const [row] = await db.select({ version: units.version }).from(units).where(eq(units.id, id));
  return row?.version ?? 0;
}

export interface UnitFilter {
  agencyCode?: string | undefined;
  statusMeaning?: Unit['statusMeaning'] | undefined;
}

/** By call sign. @param after the id that the page before ended with */
export async function listUnits(
  db: Db,
  filter: UnitFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<Page<Unit, string>> {
  const rows = await db
    .select()
    .from(units)
    .where(
      allOf(
        isNull(units.retiredAt),
        filter.agencyCode === undefined ? undefined : eq(units.agencyCode, filter.agencyCode),
        filter.statusMeaning === undefined
          ? undefined
          : eq(units.statusMeaning, filter.statusMeaning),
        after === null ? undefined : gt(units.id, after),
      ),
    )
    .orderBy(asc(units.id))
    .limit(limit + 1);
  return toPage(rows, limit, toUnit, (row) => row.id);
}

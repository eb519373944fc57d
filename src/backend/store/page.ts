import type { Instant } from '@shared/domain/time';
import { and, type Column, desc, type SQL, sql } from 'drizzle-orm';

/** Where a page ended in a list that is ordered by time and id, newest first. */
export interface PagePoint {
  at: Instant;
  id: string;
}

export interface PageRequest {
  /** Null: from the newest on. */
  after: PagePoint | null;
  limit: number;
}

export interface Page<T, Point = PagePoint> {
  items: T[];
  /** Null on the last page. */
  next: Point | null;
}

/** The keyset condition: rows that come after the point in `(at desc, id desc)`. */
export function isAfterPoint(at: Column, id: Column, after: PagePoint | null): SQL | undefined {
  return after === null ? undefined : sql`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id})`;
}

export const newestFirst = (at: Column, id: Column): SQL[] => [desc(at), desc(id)];

/**
 * A page from `limit + 1` rows: the one too many only tells that there is a next page.
 * @param pointOf a row's place in the order
 */
export function toPage<Row, T, Point>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => T,
  pointOf: (row: Row) => Point,
): Page<T, Point> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? pointOf(last) : null;
  return { items: shown.map(toItem), next };
}

/** All of the conditions that are there. */
export const allOf = (...conditions: (SQL | undefined)[]): SQL | undefined => and(...conditions);

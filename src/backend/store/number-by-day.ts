import { invariant } from '@shared/assert';
import { type Instant, wibDay } from '@shared/domain/time';

import type { Db } from './database';
import { takeNumbersOfDays } from './day-counters';

/** @param day WIB calendar day, `YYYY-MM-DD` @param nth within that day, from 1 */
export type FormatNumber = (kind: 'incident' | 'complaint', day: string, nth: number) => string;

type NumberById = ReadonlyMap<string, string>;

/** The next numbers of each WIB day, given in order of time. */
export async function numberByDay<T extends { id: string }>(
  db: Db,
  kind: 'incident' | 'complaint',
  records: readonly T[],
  startOf: (record: T) => Instant,
  formatNumber: FormatNumber,
): Promise<NumberById> {
  const inOrder = records
    .map((record) => ({ id: record.id, startedAt: startOf(record) }))
    .sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .map(({ id, startedAt }) => ({ id, day: wibDay(startedAt) }));
  const counts = new Map<string, number>();
  for (const { day } of inOrder) counts.set(day, (counts.get(day) ?? 0) + 1);
  const next = await takeNumbersOfDays(db, kind, counts);
  const numbers = new Map<string, string>();
  for (const { id, day } of inOrder) {
    const nth = next.get(day);
    invariant(nth !== undefined, 'every day was given its numbers');
    numbers.set(id, formatNumber(kind, day, nth));
    next.set(day, nth + 1);
  }
  return numbers;
}

export function numberOf(numbers: NumberById, id: string): string {
  const number = numbers.get(id);
  invariant(number, 'every new record was given its number of the day');
  return number;
}

import { invariant } from '@shared/assert';
import { sql } from 'drizzle-orm';

import type { Db } from './database';
import { dayCounters } from './schema/log';

type Numbered = 'incident' | 'complaint';

/**
 * Take the next `count` numbers of a WIB day (`YYYY-MM-DD`). They have no gaps: a transaction that is
 * rolled back gives its numbers back, and others wait for it.
 * @returns the first of them, from 1
 */
export async function takeDayNumbers(
  db: Db,
  kind: Numbered,
  day: string,
  count = 1,
): Promise<number> {
  const first = (await takeNumbersOfDays(db, kind, new Map([[day, count]]))).get(day);
  invariant(first, 'an upsert returns its row');
  return first;
}

/** The same for many days in one statement. @param counts by day, in order of time @returns the first by day */
export async function takeNumbersOfDays(
  db: Db,
  kind: Numbered,
  counts: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  if (counts.size === 0) return new Map();
  const rows = await db
    .insert(dayCounters)
    .values([...counts].map(([day, last]) => ({ kind, day, last })))
    .onConflictDoUpdate({
      target: [dayCounters.kind, dayCounters.day],
      set: { last: sql`${dayCounters.last} + excluded.last` },
    })
    .returning({ day: dayCounters.day, last: dayCounters.last });
  return new Map(rows.map(({ day, last }) => [day, last - (counts.get(day) ?? 0) + 1]));
}

import { invariant } from '@shared/assert';
import { sql } from 'drizzle-orm';

import type { Db } from './database';
import { dayCounters } from './schema/log';

/**
 * Take the next `count` numbers of a WIB day (`YYYY-MM-DD`). They have no gaps: a transaction that is
 * rolled back gives its numbers back, and others wait for it.
 * @returns the first of them, from 1
 */
export async function takeDayNumbers(
  db: Db,
  kind: 'incident' | 'complaint',
  day: string,
  count = 1,
): Promise<number> {
  const [row] = await db
    .insert(dayCounters)
    .values({ kind, day, last: count })
    .onConflictDoUpdate({
      target: [dayCounters.kind, dayCounters.day],
      set: { last: sql`${dayCounters.last} + ${count}` },
    })
    .returning({ last: dayCounters.last });
  invariant(row, 'an upsert returns its row');
  return row.last - count + 1;
}

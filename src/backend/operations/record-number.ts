import { type Instant, wibDay } from '@shared/domain/time';

import type { Db } from '../store/database';
import { takeDayNumbers } from '../store/day-counters';

export const COMPLAINT_NUMBER_PREFIX = 'ADU';

/** The number for people of the next record of this kind on the WIB day of `at`, e.g. `112-20261124-0042`. */
export async function takeRecordNumber(
  db: Db,
  kind: 'incident' | 'complaint',
  prefix: string,
  at: Instant,
): Promise<string> {
  const day = wibDay(at);
  return formatRecordNumber(prefix, day, await takeDayNumbers(db, kind, day));
}

/** @param day WIB calendar day, `YYYY-MM-DD` @param count within that day, from 1 */
export function formatRecordNumber(prefix: string, day: string, count: number): string {
  return `${prefix}-${day.replaceAll('-', '')}-${String(count).padStart(4, '0')}`;
}

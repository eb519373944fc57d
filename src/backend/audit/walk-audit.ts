import { type AuditFilter, type AuditRow, readAuditAfter } from '../store/audit';
import type { Db } from '../store/database';

const BATCH = 1_000;

/**
 * Entries in the order of their numbers, a batch at a time: the trail may be longer than memory.
 * @param upTo the last number wanted: what is added meanwhile is left for the next time
 */
export async function* walkAudit(
  db: Db,
  upTo: number,
  filter: AuditFilter = {},
): AsyncGenerator<AuditRow> {
  let last: number | null = null;
  for (;;) {
    const rows: AuditRow[] = await readAuditAfter(db, last, BATCH, filter);
    for (const row of rows) {
      if (row.number > upTo) return;
      yield row;
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < BATCH) return;
    last = end.number;
  }
}

import { BYTE_ORDER_MARK, type Cell, csvLine } from '../csv';
import { type AuditFilter, type AuditRow, readHighestAuditNumber } from '../store/audit';
import type { Db } from '../store/database';
import { walkAudit } from './walk-audit';

/** The trail as a file for a spreadsheet, oldest first, in pieces. The hashes are with it, so that it can be checked. */
export async function* exportAudit(db: Db, filter: AuditFilter): AsyncGenerator<string> {
  const highest = (await readHighestAuditNumber(db)) ?? 0;
  yield `${BYTE_ORDER_MARK}${csvLine(HEADER)}`;
  for await (const row of walkAudit(db, highest, filter)) yield csvLine(cellsOf(row));
}

const HEADER = [
  'nomor',
  'waktu_utc',
  'pelaku',
  'peran',
  'tindakan',
  'perihal',
  'hasil',
  'rincian',
  'seq',
  'hash_sebelumnya',
  'hash',
] as const;

function cellsOf(row: AuditRow): Cell[] {
  return [
    row.number,
    row.recordedAt,
    row.actorId,
    row.role,
    row.action,
    row.subject,
    row.outcome === 'done' ? 'dilakukan' : 'ditolak',
    JSON.stringify(row.details),
    row.seq,
    row.previousHash,
    row.hash,
  ];
}

import type { AuditVerdict } from '@shared/protocol/audit';

import { type AuditHead, type AuditRow, readAuditEnds } from '../store/audit';
import type { Db } from '../store/database';
import { auditHash, GENESIS_HASH } from './audit-hash';
import { walkAudit } from './walk-audit';

type Finding = Pick<Extract<AuditVerdict, { ok: false }>, 'firstBad' | 'problem'>;

/**
 * Walk the chain from its beginning to its end and say whether every entry is the one that was recorded.
 * Entries that are added meanwhile are not looked at; nobody is held up.
 */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const { head, highest } = await readAuditEnds(db);
  let last: AuditHead = { number: 0, hash: GENESIS_HASH };
  const bad = (finding: Finding): AuditVerdict => ({
    ok: false,
    entries: Math.min(last.number, Math.max(0, finding.firstBad - 1)),
    ...finding,
  });
  const end = head ?? last;
  for await (const row of walkAudit(db, Math.max(end.number, highest ?? 0))) {
    const finding = checkRow(row, last, end);
    if (finding !== null) return bad(finding);
    last = row;
  }
  if (last.number < end.number) return bad({ firstBad: last.number + 1, problem: 'removed' });
  // The last entry agrees with itself, so either it was made anew or the head was; nothing tells which.
  if (last.hash !== end.hash) return bad({ firstBad: last.number, problem: 'head_changed' });
  return { ok: true, entries: last.number, hash: last.hash };
}

function checkRow(row: AuditRow, last: AuditHead, end: AuditHead): Finding | null {
  const expected = last.number + 1;
  if (row.number < expected || row.number > end.number)
    return { firstBad: row.number, problem: 'inserted' };
  if (row.number > expected) return { firstBad: expected, problem: 'removed' };
  if (auditHash(row) !== row.hash) return explainMisfit(row);
  if (row.previousHash === last.hash) return null;
  // It agrees with itself and not with the one before: that one was changed and given a new hash. The first
  // entry has none before it, so it is the one.
  return { firstBad: Math.max(1, last.number), problem: 'changed' };
}

/** Whoever adds or takes away entries in the middle has to move all later ones, whose own numbers then betray by how much. */
function explainMisfit(row: AuditRow): Finding {
  for (let moved = 1; moved <= MAX_MOVED; moved += 1) {
    if (fitsAt(row, row.number - moved))
      return { firstBad: row.number - moved, problem: 'inserted' };
    if (fitsAt(row, row.number + moved)) return { firstBad: row.number, problem: 'removed' };
  }
  return { firstBad: row.number, problem: 'changed' };
}

const MAX_MOVED = 1_000;
const fitsAt = (row: AuditRow, number: number) => auditHash({ ...row, number }) === row.hash;

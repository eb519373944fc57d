import { createHash } from 'node:crypto';

import type { AuditRow } from '../store/audit';

/** What the first entry has in the place of the hash of the one before. */
export const GENESIS_HASH = '0'.repeat(64);

/**
 * The hash that ties an entry to the one before: SHA-256, in hexadecimal, of the UTF-8 of its canonical form.
 * That is the JSON array `[previousHash, number, recordedAt, actorId, role, action, subject, outcome, details, seq]`
 * without white space, the keys of `details` and of all objects in it in the order of their UTF-16 code units,
 * `recordedAt` in UTC with milliseconds, null for what is absent.
 */
export function auditHash(row: Omit<AuditRow, 'hash'>): string {
  const canonical = JSON.stringify([
    row.previousHash,
    row.number,
    row.recordedAt,
    row.actorId,
    row.role,
    row.action,
    row.subject,
    row.outcome,
    sorted(row.details),
    row.seq,
  ]);
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}

/** The database keeps the values of an object, not the order of its keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // A null prototype: a key `__proto__` is one like any other.
  const inOrder = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of entries) inOrder[key] = sorted(item);
  return inOrder;
}

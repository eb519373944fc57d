import type { Role } from '@shared/domain/access-terms';
import type { Instant } from '@shared/domain/time';

import { insertAuditRow, lockAuditHead, readHighestAuditNumber } from '../store/audit';
import type { Tx } from '../store/transact';
import { auditHash, GENESIS_HASH } from './audit-hash';

/** What is to be recorded of an act. */
export interface AuditNote {
  recordedAt: Instant;
  /** A `Principal` is one; role null: a tool on the server. */
  actor: { id: string; role: Role | null };
  /** An `Action`, or an act of the account itself such as `session.signIn`. */
  action: string;
  /** `incident:<id>`, `user:<id>`, …; null where it concerns nothing in particular. */
  subject: string | null;
  outcome: 'done' | 'refused';
  /** Facts for a reader, never a person's data or a secret. */
  details: Readonly<Record<string, JsonValue>>;
  /** Seq of the last change it made; null where it made none. */
  seq: number | null;
}

type JsonValue = string | number | boolean | null | readonly string[];

/**
 * Add an entry to the audit trail, in the transaction of what it records: both are there, or neither. Last in
 * that transaction, after its changes have their seqs (`settle` of `transact`): from here to the commit nobody
 * else can add one, and who takes the two heads in the other order could wait for each other.
 * @returns the entry's number
 */
export async function appendAudit({ db }: Pick<Tx, 'db'>, note: AuditNote): Promise<number> {
  const { actor, ...facts } = note;
  const head = await lockAuditHead(db, GENESIS_HASH);
  // Past whatever is there: a trail somebody has tampered with is for `verify` to report, and the room goes on.
  const highest = Math.max(head.number, (await readHighestAuditNumber(db)) ?? 0);
  const row = {
    ...facts,
    number: highest + 1,
    actorId: actor.id,
    role: actor.role,
    previousHash: head.hash,
  };
  await insertAuditRow(db, { ...row, hash: auditHash(row) });
  return row.number;
}

import { type SQL, sql } from 'drizzle-orm';

import { auditHash } from '../../../src/backend/audit/audit-hash';
import { type AuditRow, readAuditAfter } from '../../../src/backend/store/audit';
import type { Db } from '../../../src/backend/store/database';
import { audit } from '../../../src/backend/store/schema/audit';

/** What somebody with the database's own rights can do behind the append-only trigger. */
export async function behindTheTrigger(db: Db, work: (db: Db) => Promise<unknown>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table audit disable trigger audit_append_only`);
    await work(tx);
    await tx.execute(sql`alter table audit enable trigger audit_append_only`);
  });
}

/** Ways to write a column with something else than what is there. */
const EDITS: Record<string, SQL> = {
  actor_id: sql`actor_id = actor_id || 'x'`,
  role: sql`role = case when role = 'admin' then 'operator' else 'admin' end`,
  action: sql`action = action || '.other'`,
  subject: sql`subject = coalesce(subject, '') || '1'`,
  outcome: sql`outcome = case when outcome = 'done' then 'refused' else 'done' end`,
  details: sql`details = details || '{"planted": true}'`,
  recorded_at: sql`recorded_at = recorded_at - interval '1 millisecond'`,
  seq: sql`seq = coalesce(seq, 0) + 1`,
  previous_hash: sql`previous_hash = reverse(previous_hash) || '0'`,
  hash: sql`hash = reverse(hash) || '0'`,
};
export const EDITED_COLUMNS = Object.keys(EDITS);

export async function editColumn(db: Db, number: number, column: string): Promise<void> {
  const edit = EDITS[column];
  if (edit === undefined) throw new Error(`no edit of ${column}`);
  await db.execute(sql`update audit set ${edit} where number = ${number}`);
}

/** A careful forger: other details, and a hash that fits them. */
export async function rewriteRow(db: Db, number: number): Promise<void> {
  const [row] = await readAuditAfter(db, number - 1, 1);
  if (row === undefined) throw new Error(`no entry ${number}`);
  const forged: AuditRow = { ...row, details: { ...row.details, forged: true } };
  await removeRow(db, number);
  await db.insert(audit).values({ ...forged, hash: auditHash(forged) });
}

export async function removeRow(db: Db, number: number): Promise<void> {
  await db.execute(sql`delete from audit where number = ${number}`);
}

/** Takes one away and closes the gap. */
export async function removeAndRenumber(db: Db, number: number): Promise<void> {
  await removeRow(db, number);
  await db.execute(sql`update audit set number = -number where number > ${number}`);
  await db.execute(sql`update audit set number = -number - 1 where number < 0`);
}

/** Takes the last entries away. */
export async function cutTail(db: Db, from: number): Promise<void> {
  await db.execute(sql`delete from audit where number >= ${from}`);
}

/** Adds one after another, correctly chained to it, and gives the later ones the next numbers. */
export async function insertAfter(db: Db, number: number): Promise<void> {
  const [row] = await readAuditAfter(db, number - 1, 1);
  if (row === undefined) throw new Error(`no entry ${number}`);
  // Two steps: numbers are unique at every moment.
  await db.execute(sql`update audit set number = -number where number > ${number}`);
  await db.execute(sql`update audit set number = -number + 1 where number < 0`);
  const added = { ...row, number: number + 1, action: 'planted', previousHash: row.hash };
  await db.insert(audit).values({ ...added, hash: auditHash(added) });
}

/** Puts the trail back as it was. */
export async function restoreTrail(
  db: Db,
  rows: readonly AuditRow[],
  head: { number: number; hash: string },
): Promise<void> {
  await behindTheTrigger(db, async (tx) => {
    await tx.execute(sql`delete from audit`);
    await tx.insert(audit).values([...rows]);
    await tx.execute(sql`delete from audit_head`);
    await tx.execute(sql`insert into audit_head values (1, ${head.number}, ${head.hash})`);
  });
}

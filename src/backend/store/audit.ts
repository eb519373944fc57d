import { invariant } from '@shared/assert';
import type { Instant } from '@shared/domain/time';
import { and, asc, desc, eq, gt, gte, lt, max, type SQL, sql } from 'drizzle-orm';

import type { Db } from './database';
import { type Page, toPage } from './page';
import { audit, auditHead } from './schema/audit';

export type AuditRow = typeof audit.$inferSelect;

/** The end of the chain. */
export type AuditHead = Pick<AuditRow, 'number' | 'hash'>;

/**
 * The end of the chain, held against others until the transaction ends; made where there is none yet.
 * @param genesisHash what the first entry is tied to
 */
export async function lockAuditHead(db: Db, genesisHash: string): Promise<AuditHead> {
  const [head] = await db
    .insert(auditHead)
    .values({ number: 0, hash: genesisHash })
    .onConflictDoUpdate({ target: auditHead.id, set: { number: sql`${auditHead.number}` } })
    .returning({ number: auditHead.number, hash: auditHead.hash });
  invariant(head, 'an upsert returns its row');
  return head;
}

/** Null: there are no entries. */
export async function readHighestAuditNumber(db: Db): Promise<number | null> {
  const [row] = await db.select({ highest: max(audit.number) }).from(audit);
  return row?.highest ?? null;
}

/** Add the entry that follows the locked end of the chain. */
export async function insertAuditRow(db: Db, row: AuditRow): Promise<void> {
  await db.insert(audit).values(row);
  await db.update(auditHead).set({ number: row.number, hash: row.hash }).where(eq(auditHead.id, 1));
}

/** The end of the chain, and the highest number there is, as of one moment. Null where the row is gone. */
export async function readAuditEnds(
  db: Db,
): Promise<{ head: AuditHead | null; highest: number | null }> {
  const [row] = await db
    .select({ number: auditHead.number, hash: auditHead.hash, highest: max(audit.number) })
    .from(sql`(select 1) as one`)
    .leftJoin(auditHead, eq(auditHead.id, 1))
    .leftJoin(audit, sql`true`)
    .groupBy(auditHead.number, auditHead.hash);
  invariant(row, 'a join on one row has one');
  const { number, hash, highest } = row;
  return { head: number === null || hash === null ? null : { number, hash }, highest };
}

export interface AuditFilter {
  actorId?: string | undefined;
  action?: string | undefined;
  subject?: string | undefined;
  outcome?: AuditRow['outcome'] | undefined;
  /** Recorded at or after. */
  from?: Instant | undefined;
  /** Recorded before. */
  to?: Instant | undefined;
}

/** In the order of their numbers. @param number null: from the first on */
export async function readAuditAfter(
  db: Db,
  number: number | null,
  limit: number,
  filter: AuditFilter = {},
): Promise<AuditRow[]> {
  return db
    .select()
    .from(audit)
    .where(and(matches(filter), number === null ? undefined : gt(audit.number, number)))
    .orderBy(asc(audit.number))
    .limit(limit);
}

/** Newest first. @param before the number a page ended with; null: from the newest on */
export async function listAudit(
  db: Db,
  filter: AuditFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<Page<AuditRow, number>> {
  const rows = await db
    .select()
    .from(audit)
    .where(and(matches(filter), before === null ? undefined : lt(audit.number, before)))
    .orderBy(desc(audit.number))
    .limit(limit + 1);
  return toPage(
    rows,
    limit,
    (row) => row,
    (row) => row.number,
  );
}

export async function countAudit(db: Db, filter: AuditFilter): Promise<number> {
  return db.$count(audit, matches(filter));
}

function matches({ actorId, action, subject, outcome, from, to }: AuditFilter): SQL | undefined {
  return and(
    actorId === undefined ? undefined : eq(audit.actorId, actorId),
    action === undefined ? undefined : eq(audit.action, action),
    subject === undefined ? undefined : eq(audit.subject, subject),
    outcome === undefined ? undefined : eq(audit.outcome, outcome),
    from === undefined ? undefined : gte(audit.recordedAt, from),
    to === undefined ? undefined : lt(audit.recordedAt, to),
  );
}

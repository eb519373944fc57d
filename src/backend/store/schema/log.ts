import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import type { Actor, ChangeDraft, StoredType } from '@shared/protocol/changes';
import type { WriteReply } from '@shared/protocol/replies';
import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

import { instant } from '../instant-column';

/** One row: what this database is. */
export const meta = pgTable('meta', {
  id: integer().primaryKey().default(1),
  /** Identity of the change log; made once. */
  streamId: text().notNull(),
  profile: text().$type<'demo' | 'empty'>(),
  packHash: text(),
  /** Fingerprint of the keys file; null until the first start. */
  keysFingerprint: text(),
  createdAt: instant().notNull(),
});

/** One row: the counter. Its row lock is held to commit, so order of seq = order of commits. */
export const streamHead = pgTable('stream_head', {
  id: integer().primaryKey().default(1),
  seq: bigint({ mode: 'number' }).notNull(),
  recordedAt: instant().notNull(),
  /** The log begins after this one: what came before was pruned. */
  prunedSeq: bigint({ mode: 'number' }).notNull().default(0),
});

/** The change log. The id columns repeat what is in `data`, for timelines. */
export const changes = pgTable(
  'changes',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    recordedAt: instant().notNull(),
    type: text().$type<StoredType>().notNull(),
    actor: jsonb().$type<Actor>().notNull(),
    data: jsonb().$type<ChangeDraft['data']>().notNull(),
    incidentId: text(),
    unitId: text(),
    complaintId: text(),
    /**
     * The incident or complaint after the change, where it alters to whom it may be told: what an audience is
     * then shown takes the place of what it was shown before.
     */
    record: jsonb().$type<Incident | Complaint>(),
  },
  (table) => [
    index().on(table.incidentId, table.seq),
    index().on(table.complaintId, table.seq).where(sql`${table.complaintId} is not null`),
    // What is pruned by age.
    index().on(table.recordedAt),
  ],
);

/** Replies already given, by the sender's `Idempotency-Key`. Pruned by age. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actorId: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    /** Null only inside the transaction that is doing the work. */
    reply: jsonb().$type<WriteReply>(),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.actorId, table.key] }), index().on(table.createdAt)],
);

/** Last number given out per kind of record and WIB day. */
export const dayCounters = pgTable(
  'day_counters',
  {
    kind: text().$type<'incident' | 'complaint'>().notNull(),
    /** WIB day, `YYYY-MM-DD`. */
    day: text().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.day] })],
);

/** Past records that came in by the bulk path. */
export const imports = pgTable('imports', {
  id: text().primaryKey(),
  source: text().notNull(),
  calls: integer().notNull(),
  incidents: integer().notNull(),
  complaints: integer().notNull(),
  importedAt: instant().notNull(),
});

import { randomUUID } from 'node:crypto';

import type { Assignment } from '@shared/domain/assignment';
import type { Call, Provenance } from '@shared/domain/call';
import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import { incidentStartedAt } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';
import type { Actor } from '@shared/protocol/changes';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import type { Clock } from '../clock';
import { fromCall } from './calls';
import { fromComplaint } from './complaints';
import type { Db } from './database';
import { fromIncident } from './incidents';
import { type FormatNumber, numberByDay, numberOf } from './number-by-day';
import { complaints as complaintsTable } from './schema/complaints';
import {
  assignments as assignmentsTable,
  calls as callsTable,
  incidents as incidentsTable,
} from './schema/incidents';
import { imports } from './schema/log';
import type { Transact } from './transact';

/** A record of the past: without a number, which it gets on its way in, and known by its source's key. */
type Past<T extends { provenance: Provenance | null }> = Omit<
  T,
  'number' | 'version' | 'noteCount' | 'provenance'
> & {
  provenance: Provenance;
};
export type PastCall = Past<Call>;
export type PastIncident = Past<Incident>;
export type PastComplaint = Past<Complaint> & { stateSince: Instant };

/** Calls and assignments name incidents of the same batch by their `id`. */
export interface PastRecords {
  calls: readonly PastCall[];
  incidents: readonly PastIncident[];
  assignments: readonly Assignment[];
  complaints: readonly PastComplaint[];
}

export interface BulkCounts {
  calls: number;
  incidents: number;
  complaints: number;
}

export interface BulkLoad {
  /**
   * One transaction. A record whose source and key are already there is left out, with what hangs on it.
   * Where something goes in, so does a `history.imported`, on which clients take a new snapshot: whatever
   * ends an import half-way, nobody is left with half of its past.
   * @returns the external ids of the incidents that went in, for counting
   */
  add(records: PastRecords): Promise<ReadonlySet<string>>;
  /** What has gone in so far. */
  counts(): BulkCounts;
}

interface BulkDeps {
  transact: Transact;
  clock: Clock;
}

/** The way in for past records, which are too many for one change each. */
export function startBulkLoad(
  { transact, clock }: BulkDeps,
  { actor, source, formatNumber }: { actor: Actor; source: string; formatNumber: FormatNumber },
): BulkLoad {
  const importId = randomUUID();
  const total: BulkCounts = { calls: 0, incidents: 0, complaints: 0 };
  return {
    async add(records) {
      const { result } = await transact(actor, async (tx) => {
        const inserted = await insertPast(tx.db, records, formatNumber, clock.now());
        const counts = countsOf(inserted);
        if (counts.calls + counts.incidents + counts.complaints > 0) {
          await countImport(tx.db, { id: importId, source, ...counts, importedAt: clock.now() });
          tx.append({ type: 'history.imported', data: { importId, source, ...counts } });
        }
        return inserted;
      });
      const { calls, incidents, complaints } = countsOf(result);
      total.calls += calls;
      total.incidents += incidents;
      total.complaints += complaints;
      return result.incidents;
    },
    counts: () => ({ ...total }),
  };
}

const countsOf = ({ calls, incidents, complaints }: Inserted): BulkCounts => ({
  calls,
  incidents: incidents.size,
  complaints,
});

/** An import has one row, which grows with each of its batches. */
async function countImport(db: Db, batch: typeof imports.$inferInsert): Promise<void> {
  await db
    .insert(imports)
    .values(batch)
    .onConflictDoUpdate({
      target: imports.id,
      set: {
        calls: sql`${imports.calls} + excluded.calls`,
        incidents: sql`${imports.incidents} + excluded.incidents`,
        complaints: sql`${imports.complaints} + excluded.complaints`,
      },
    });
}

interface Inserted {
  calls: number;
  incidents: ReadonlySet<string>;
  complaints: number;
}

async function insertPast(
  db: Db,
  records: PastRecords,
  formatNumber: FormatNumber,
  now: Instant,
): Promise<Inserted> {
  const incidents = await onlyNew(db, incidentsTable, records.incidents);
  const calls = await onlyNew(db, callsTable, records.calls);
  const complaints = await onlyNew(db, complaintsTable, records.complaints);
  const incidentIds = new Set(incidents.map(({ id }) => id));

  const incidentNumbers = await numberByDay(
    db,
    'incident',
    incidents,
    (incident) => incidentStartedAt(incident) ?? now,
    formatNumber,
  );
  await insertRows(
    db,
    incidentsTable,
    incidents.map((incident) =>
      fromIncident(
        { ...incident, number: numberOf(incidentNumbers, incident.id), version: 1, noteCount: 0 },
        now,
      ),
    ),
  );
  await insertRows(
    db,
    callsTable,
    calls.map((call) =>
      fromCall({
        ...call,
        incidentId:
          call.incidentId !== null && incidentIds.has(call.incidentId) ? call.incidentId : null,
      }),
    ),
  );
  await insertRows(
    db,
    assignmentsTable,
    records.assignments.filter(({ incidentId }) => incidentIds.has(incidentId)),
  );
  const complaintNumbers = await numberByDay(
    db,
    'complaint',
    complaints,
    ({ receivedAt }) => receivedAt,
    formatNumber,
  );
  await insertRows(
    db,
    complaintsTable,
    complaints.map(({ stateSince, ...complaint }) =>
      fromComplaint(
        { ...complaint, number: numberOf(complaintNumbers, complaint.id), version: 1 },
        stateSince,
      ),
    ),
  );
  return {
    calls: calls.length,
    incidents: new Set(incidents.map(({ provenance }) => provenance.externalId)),
    complaints: complaints.length,
  };
}

type Keyed = typeof incidentsTable | typeof callsTable | typeof complaintsTable;

/** Those whose key is neither in the table nor earlier in the list. */
async function onlyNew<T extends { provenance: Provenance }>(
  db: Db,
  table: Keyed,
  records: readonly T[],
): Promise<T[]> {
  const bySource = new Map<string, Map<string, T>>();
  for (const record of records) {
    const { source, externalId } = record.provenance;
    const known = bySource.get(source) ?? new Map<string, T>();
    bySource.set(source, known);
    if (!known.has(externalId)) known.set(externalId, record);
  }
  for (const [source, known] of bySource) {
    const there = await db
      .select({ externalId: table.externalId })
      .from(table)
      .where(and(eq(table.source, source), inArray(table.externalId, [...known.keys()])));
    for (const { externalId } of there) known.delete(externalId ?? '');
  }
  return [...bySource.values()].flatMap((known) => [...known.values()]);
}

/**
 * All rows as one JSON parameter: with PGlite that halves the time of a parameter for each value, of
 * which a statement may carry 65,535 only. The database gives each column its own type.
 */
async function insertRows(db: Db, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  // Rows of a table all have the same columns.
  const columns = Object.keys(rows[0] ?? {}).map((name) => [name, toSnakeCase(name)] as const);
  const json = JSON.stringify(
    rows.map((row) => {
      // Read by names that are its own.
      const cells = row as Record<string, unknown>;
      return Object.fromEntries(columns.map(([name, column]) => [column, cells[name]]));
    }),
  );
  await db.execute(
    sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${json}::json)`,
  );
}

const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

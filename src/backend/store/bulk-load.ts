import { randomUUID } from 'node:crypto';

import { invariant } from '@shared/assert';
import type { Assignment } from '@shared/domain/assignment';
import type { Call, Provenance } from '@shared/domain/call';
import type { Complaint } from '@shared/domain/complaint';
import type { Incident } from '@shared/domain/incident';
import { incidentStartedAt } from '@shared/domain/incident';
import { type Instant, wibDay } from '@shared/domain/time';
import type { Actor } from '@shared/protocol/changes';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import type { Clock } from '../clock';
import { fromCall } from './calls';
import { fromComplaint } from './complaints';
import type { Db } from './database';
import { takeDayNumbers } from './day-counters';
import { fromIncident } from './incidents';
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
   * @returns the external ids of the incidents that went in, for counting
   */
  add(records: PastRecords): Promise<ReadonlySet<string>>;
  /** Tell clients, by one `history.imported`, that there is more past than they know; nothing if there is not. */
  finish(): Promise<BulkCounts>;
}

/** @param day WIB calendar day, `YYYY-MM-DD` @param nth within that day, from 1 */
export type FormatNumber = (kind: 'incident' | 'complaint', day: string, nth: number) => string;

interface BulkDeps {
  transact: Transact;
  clock: Clock;
}

/** The way in for past records, which are too many for one change each. */
export function startBulkLoad(
  { transact, clock }: BulkDeps,
  { actor, source, formatNumber }: { actor: Actor; source: string; formatNumber: FormatNumber },
): BulkLoad {
  const total: BulkCounts = { calls: 0, incidents: 0, complaints: 0 };
  return {
    async add(records) {
      const { result } = await transact(actor, (tx) =>
        insertPast(tx.db, records, formatNumber, clock.now()),
      );
      total.calls += result.calls;
      total.incidents += result.incidents.size;
      total.complaints += result.complaints;
      return result.incidents;
    },
    async finish() {
      if (total.calls + total.incidents + total.complaints > 0) {
        const importId = randomUUID();
        await transact(actor, async (tx) => {
          await tx.db
            .insert(imports)
            .values({ id: importId, source, ...total, importedAt: clock.now() });
          tx.append({ type: 'history.imported', data: { importId, source, ...total } });
        });
      }
      return { ...total };
    },
  };
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

type NumberById = ReadonlyMap<string, string>;

/** The next numbers of each WIB day, given in order of time. */
async function numberByDay<T extends { id: string }>(
  db: Db,
  kind: 'incident' | 'complaint',
  records: readonly T[],
  startOf: (record: T) => Instant,
  formatNumber: FormatNumber,
): Promise<NumberById> {
  const numbers = new Map<string, string>();
  const byDay = new Map<string, T[]>();
  for (const record of [...records].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))) {
    const day = wibDay(startOf(record));
    byDay.set(day, [...(byDay.get(day) ?? []), record]);
  }
  for (const [day, ofDay] of byDay) {
    const first = await takeDayNumbers(db, kind, day, ofDay.length);
    ofDay.forEach(({ id }, i) => numbers.set(id, formatNumber(kind, day, first + i)));
  }
  return numbers;
}

function numberOf(numbers: NumberById, id: string): string {
  const number = numbers.get(id);
  invariant(number, 'every new record was given its number of the day');
  return number;
}

/**
 * All rows as one JSON parameter: with PGlite that halves the time of a parameter for each value, of
 * which a statement may carry 65,535 only. The database gives each column its own type.
 */
async function insertRows(db: Db, table: PgTable, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [toSnakeCase(name), value])),
    ),
  );
  await db.execute(
    sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${json}::json)`,
  );
}

const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

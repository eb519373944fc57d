import { randomUUID } from 'node:crypto';

import type { CityPack } from '@shared/domain/city-pack';
import { isOpenIncidentState } from '@shared/domain/incident';
import type { Instant } from '@shared/domain/time';

import type { BulkLoad, PastCall, PastIncident, PastRecords } from '../store/bulk-load';
import type { ImportProfile } from './import-profile';
import { interpretRow, type LoggedIncident } from './interpret-row';
import type { PlaceFinder } from './place-finder';
import type { RowSource } from './read-rows';

export interface ImportReport {
  read: number;
  imported: number;
  /** Already there, by source and external id. */
  skipped: number;
  rejected: number;
  /** Of those imported: still without an end. */
  open: number;
  byCategory: Record<string, number>;
}

export interface Rejected {
  line: number;
  reason: string;
}

export interface ImportProgress {
  readBytes: number;
  totalBytes: number;
  rows: number;
}

export interface ImportDeps {
  rows: RowSource;
  profile: ImportProfile;
  city: CityPack;
  places: PlaceFinder;
  now: Instant;
  load: Pick<BulkLoad, 'add'>;
  onRejected: (rejected: Rejected) => void;
  onProgress: (progress: ImportProgress) => void;
}

const BATCH_ROWS = 1_000;

/** Read a log of past calls into the store, batch by batch: one batch at a time is in memory. */
export async function importCalls(deps: ImportDeps): Promise<ImportReport> {
  const report: ImportReport = {
    read: 0,
    imported: 0,
    skipped: 0,
    rejected: 0,
    open: 0,
    byCategory: {},
  };
  let batch: LoggedIncident[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const inserted = await deps.load.add(toRecords(batch, deps.profile));
    count(batch, inserted, report);
    batch = [];
  };

  for await (const item of deps.rows.rows) {
    report.read += 1;
    const result = item.ok ? interpretRow(item.row, deps) : item;
    if (result.ok) batch.push(result.value);
    else {
      report.rejected += 1;
      deps.onRejected({ line: item.ok ? item.row.line : item.line, reason: result.reason });
    }
    if (batch.length >= BATCH_ROWS) await flush();
    if (report.read % BATCH_ROWS === 0) deps.onProgress(progressOf(deps.rows, report.read));
  }
  await flush();
  deps.onProgress(progressOf(deps.rows, report.read));
  return { ...report, byCategory: mostFirst(report.byCategory) };
}

const mostFirst = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));

/** The columns a profile needs and a file does not have. */
export function missingColumns(profile: ImportProfile, columns: readonly string[]): string[] {
  const { milestones, ...named } = profile.columns;
  const position =
    profile.position === undefined
      ? []
      : profile.position.kind === 'text'
        ? [profile.position.column]
        : [profile.position.latColumn, profile.position.lngColumn];
  const wanted = new Set([...Object.values(named), ...Object.values(milestones), ...position]);
  return [...wanted]
    .filter((column) => column !== undefined)
    .filter((column) => !columns.includes(column));
}

function progressOf(rows: RowSource, read: number): ImportProgress {
  return { readBytes: rows.readBytes(), totalBytes: rows.totalBytes, rows: read };
}

function toRecords(
  batch: readonly LoggedIncident[],
  { source, createsCall }: ImportProfile,
): PastRecords {
  const incidents = batch.map(
    ({ receivedAt: _, externalId, ...logged }): PastIncident => ({
      id: randomUUID(),
      provenance: { source, externalId },
      ...logged,
    }),
  );
  const calls = createsCall
    ? incidents.map((incident, i) => callOf(incident, batch[i]?.receivedAt ?? null))
    : [];
  return {
    incidents,
    calls: calls.filter((call) => call !== null),
    assignments: [],
    complaints: [],
  };
}

function callOf(
  { id, provenance, milestones }: PastIncident,
  receivedAt: Instant | null,
): PastCall | null {
  if (receivedAt === null) return null;
  return {
    id: randomUUID(),
    type: 'normal',
    receivedAt,
    answeredAt: milestones.callAnsweredAt,
    endedAt: null,
    incidentId: id,
    provenance,
  };
}

function count(
  batch: readonly LoggedIncident[],
  inserted: ReadonlySet<string>,
  report: ImportReport,
): void {
  const seen = new Set<string>();
  for (const { externalId, state, categoryCode } of batch) {
    // The second of two rows with one id is a repetition, like a row of an earlier run.
    if (!inserted.has(externalId) || seen.has(externalId)) {
      report.skipped += 1;
      continue;
    }
    seen.add(externalId);
    report.imported += 1;
    if (isOpenIncidentState(state)) report.open += 1;
    report.byCategory[categoryCode] = (report.byCategory[categoryCode] ?? 0) + 1;
  }
}

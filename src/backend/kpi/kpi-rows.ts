import { KPI_DEFINITIONS, type KpiId } from '@shared/domain/kpi-definitions';
import type { KpiComplaintCounts, KpiInterval, KpiPeriod } from '@shared/protocol/kpi';

/** One number of a report, with all that is needed to understand it away from the others. */
export interface KpiRow extends KpiPlace {
  /** The figure's id; of a percentile with its rank, e.g. `onSceneTime.p50`. */
  figure: string;
  name: string;
  /** Null where nothing can be said: a share or a percentile of no records. */
  value: number | null;
  unit: 'jumlah' | 'detik' | 'persen';
  /** How many records the value stands on. */
  n: number;
  /** How many were left out, as the definition says; null where that is not counted. */
  excluded: number | null;
  definition: string;
  source: string;
}

/** Which part of a report a number is of. */
export interface KpiPlace {
  /** Its place in the report, e.g. `incidents.byCategory`. */
  section: string;
  /** What it is a part by; null for the whole. */
  dimension: { code: string; name: string } | null;
  period: KpiPeriod;
}

export function countRow(
  place: KpiPlace,
  id: KpiId,
  value: number,
  excluded: number | null = null,
): KpiRow {
  return { ...place, ...wordsOf(id), value, unit: 'jumlah', n: value, excluded };
}

/** Durations in seconds, to the millisecond; shares in percent. */
export function intervalRows(place: KpiPlace, interval: KpiInterval): KpiRow[] {
  const { n, p50Ms, p90Ms, withinShare } = interval;
  const excluded = interval.excluded.missing + interval.excluded.negative;
  const time = wordsOf('onSceneTime');
  const percentileRow = (rank: number, ms: number | null): KpiRow => ({
    ...place,
    ...time,
    figure: `${time.figure}.p${rank}`,
    name: `${time.name} (P${rank})`,
    value: ms === null ? null : Math.round(ms) / 1_000,
    unit: 'detik',
    n,
    excluded,
  });
  return [
    percentileRow(50, p50Ms),
    percentileRow(90, p90Ms),
    {
      ...place,
      ...wordsOf('onSceneWithin15'),
      value: percent(withinShare),
      unit: 'persen',
      n,
      excluded,
    },
  ];
}

export function complaintRows(place: KpiPlace, counts: KpiComplaintCounts): KpiRow[] {
  const { received, open, overdue, done, doneInTime } = counts;
  return [
    countRow(place, 'complaintsReceived', received),
    countRow(place, 'complaintsOpen', open),
    countRow(place, 'complaintsOverdue', overdue),
    countRow(place, 'complaintsDone', done),
    {
      ...place,
      ...wordsOf('complaintsDoneInTime'),
      value: percent(done === 0 ? null : doneInTime / done),
      unit: 'persen',
      n: done,
      excluded: null,
    },
  ];
}

/** Two decimals: one record in 10,000 still shows. */
const percent = (share: number | null): number | null =>
  share === null ? null : Math.round(share * 10_000) / 100;

function wordsOf(id: KpiId): Pick<KpiRow, 'figure' | 'name' | 'definition' | 'source'> {
  const { name, formula, exclusions, source } = KPI_DEFINITIONS[id];
  const definition = exclusions === null ? formula.id : `${formula.id} ${exclusions.id}`;
  return { figure: id, name: name.id, definition, source };
}

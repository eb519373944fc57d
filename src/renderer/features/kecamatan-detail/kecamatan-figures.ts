import type { Area } from '@shared/domain/area';
import type { Complaint } from '@shared/domain/complaint';
import { type Incident, isOpenIncidentState } from '@shared/domain/incident';

export interface KecamatanComplaints {
  open: number;
  overdue: number;
  /** Code → open complaints, most first. */
  byCategory: readonly (readonly [code: string, count: number])[];
  byAgency: readonly (readonly [code: string, count: number])[];
}

/** The open complaints whose record names this kecamatan. @param nowMs the server's clock, Unix ms */
export function kecamatanComplaints(
  complaints: Iterable<Complaint>,
  kecamatanCode: string,
  nowMs: number,
): KecamatanComplaints {
  const open = [...complaints].filter(
    ({ endedAt, area }) => endedAt === null && isIn(area, kecamatanCode),
  );
  return {
    open: open.length,
    overdue: open.filter(({ dueAt }) => Date.parse(dueAt) < nowMs).length,
    byCategory: countBy(open, ({ categoryCode }) => categoryCode),
    byAgency: countBy(open, ({ agencyCode }) => agencyCode),
  };
}

/** Of these incidents, the ids of the open ones in a kecamatan, in their order. */
export function openIncidentIdsIn(incidents: readonly Incident[], kecamatanCode: string): string[] {
  return incidents
    .filter(({ state, area }) => isOpenIncidentState(state) && isIn(area, kecamatanCode))
    .map(({ id }) => id);
}

function isIn(area: Area, kecamatanCode: string): boolean {
  return area.kind === 'in_city' && area.kecamatanCode === kecamatanCode;
}

function countBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
}

import type { Complaint } from '@shared/domain/complaint';
import { type Incident, incidentStartedAt } from '@shared/domain/incident';
import { wibDay } from '@shared/domain/time';

export interface CategoryCount {
  categoryCode: string;
  count: number;
  /** Of these, how many are still open. */
  open: number;
}

/** The incidents that began on a WIB day, by category, most first. */
export function incidentsByCategory(incidents: Iterable<Incident>, day: string): CategoryCount[] {
  const rows = new Map<string, CategoryCount>();
  for (const incident of incidents) {
    const startedAt = incidentStartedAt(incident);
    if (startedAt === null || wibDay(startedAt) !== day) continue;
    const { categoryCode } = incident;
    const row = rows.get(categoryCode) ?? { categoryCode, count: 0, open: 0 };
    rows.set(categoryCode, {
      ...row,
      count: row.count + 1,
      open: row.open + (incident.endedAt === null ? 1 : 0),
    });
  }
  return [...rows.values()].sort(
    (a, b) => b.count - a.count || a.categoryCode.localeCompare(b.categoryCode),
  );
}

/** Open and overdue complaints, and those received on a WIB day. @param nowMs the server's clock, Unix ms */
export function complaintsToday(
  complaints: Iterable<Complaint>,
  day: string,
  nowMs: number,
): { open: number; overdue: number; received: number } {
  const figures = { open: 0, overdue: 0, received: 0 };
  for (const { endedAt, dueAt, receivedAt } of complaints) {
    if (endedAt === null) figures.open += 1;
    if (endedAt === null && Date.parse(dueAt) < nowMs) figures.overdue += 1;
    if (wibDay(receivedAt) === day) figures.received += 1;
  }
  return figures;
}

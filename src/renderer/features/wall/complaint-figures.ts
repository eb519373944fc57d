import type { Kecamatan } from '@shared/domain/city-pack';
import type { Complaint } from '@shared/domain/complaint';
import { wibDay } from '@shared/domain/time';

export interface KecamatanComplaints {
  code: string;
  open: number;
  overdue: number;
  /** Open ones per 1,000 residents. */
  per1000: number;
}

export interface ComplaintFigures {
  open: number;
  overdue: number;
  /** Received on the WIB day asked for. */
  received: number;
  /** Open ones that are on no kecamatan of the city. */
  outsideCity: number;
  unknownArea: number;
  /** Every kecamatan of the city, most open ones first. */
  byKecamatan: readonly KecamatanComplaints[];
}

/**
 * Complaints as they stand, by the area written on them.
 * @param day WIB day, `YYYY-MM-DD`
 * @param nowMs the server's clock, Unix ms
 */
export function complaintFigures(
  complaints: Iterable<Complaint>,
  kecamatan: readonly Kecamatan[],
  day: string,
  nowMs: number,
): ComplaintFigures {
  const figures = { open: 0, overdue: 0, received: 0, outsideCity: 0, unknownArea: 0 };
  const rows = new Map(kecamatan.map(({ code }) => [code, { open: 0, overdue: 0 }]));
  for (const { area, receivedAt, endedAt, dueAt } of complaints) {
    if (wibDay(receivedAt) === day) figures.received += 1;
    if (endedAt !== null) continue;
    const overdue = Date.parse(dueAt) < nowMs ? 1 : 0;
    figures.open += 1;
    figures.overdue += overdue;
    const row = area.kind === 'in_city' ? rows.get(area.kecamatanCode) : undefined;
    if (area.kind === 'outside_city') figures.outsideCity += 1;
    else if (row === undefined) figures.unknownArea += 1;
    if (row === undefined) continue;
    row.open += 1;
    row.overdue += overdue;
  }
  const byKecamatan = kecamatan
    .map(({ code, population }) => {
      const { open, overdue } = rows.get(code) ?? { open: 0, overdue: 0 };
      return { code, open, overdue, per1000: (open * 1_000) / population };
    })
    .sort((a, b) => b.open - a.open || (a.code < b.code ? -1 : 1));
  return { ...figures, byKecamatan };
}

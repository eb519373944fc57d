import type { Complaint } from '@shared/domain/complaint';

/** Open complaints by the area written on them; positions are not consulted. */
export interface ComplaintCounts {
  /** Kecamatan code → n. A kecamatan without any is absent. */
  byKecamatan: ReadonlyMap<string, number>;
  outsideCity: number;
  unknownArea: number;
  total: number;
}

export function countOpenComplaints(complaints: Iterable<Complaint>): ComplaintCounts {
  const byKecamatan = new Map<string, number>();
  let outsideCity = 0;
  let unknownArea = 0;
  let total = 0;
  for (const { endedAt, area } of complaints) {
    if (endedAt !== null) continue;
    total += 1;
    if (area.kind === 'outside_city') outsideCity += 1;
    else if (area.kind === 'unknown') unknownArea += 1;
    else byKecamatan.set(area.kecamatanCode, (byKecamatan.get(area.kecamatanCode) ?? 0) + 1);
  }
  return { byKecamatan, outsideCity, unknownArea, total };
}
